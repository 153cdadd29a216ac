type Logins = { owner: string; app: string; auditor: string }
export function provision(urlOf: (database: string) => string, database: string, passwords: Logins, options?: { fresh?: boolean; template?: string }): Promise<Logins>
export function loginUrls(url: string, passwords: Logins): Logins
export function adopt(ownerUrl: string, passwords: Logins): Promise<Logins>
