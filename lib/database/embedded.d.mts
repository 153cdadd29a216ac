export function startEmbedded(name?: string, settings?: Record<string, string>): Promise<(database: string) => string>
export function stopEmbedded(name?: string): Promise<boolean>
