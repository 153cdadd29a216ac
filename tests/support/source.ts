import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every TypeScript file below these folders, as a path from the root. */
export function filesBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
  )
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file, fs.readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
}

/** 'file' where a whole file is of server actions, 'inline' where a function inside is, null where neither. */
export function serverDirective(source: ts.SourceFile): 'file' | 'inline' | null {
  const [first] = source.statements
  if (first && isDirective(first)) return 'file'
  let inline = false
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) && isDirective(node)) inline = true
    node.forEachChild(visit)
  }
  visit(source)
  return inline ? 'inline' : null
}

function isDirective(node: ts.Statement): boolean {
  return ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === 'use server'
}

/** What a file exports by name, with the part of the source behind each. Types are no exports here. */
export function exportsOf(source: ts.SourceFile): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>()
  for (const statement of source.statements) {
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(
      (one) => one.kind === ts.SyntaxKind.ExportKeyword,
    )
    if (exported && (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))) found.set(
      statement.name?.text ?? 'default', statement,
    )
    if (exported && ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) found.set(declaration.name.getText(), declaration)
    }
    if (ts.isExportAssignment(statement)) found.set('default', statement)
    if (ts.isExportDeclaration(statement)) {
      if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) found.set('*', statement)
      else for (const one of statement.exportClause.elements) found.set(one.name.text, statement)
    }
  }
  return found
}

/** The operations that a part of a file hands to the door, as what is imported from where; null for one that cannot be read off. */
export function performed(source: ts.SourceFile, part: ts.Node): ({ name: string; from: string } | null)[] {
  const imports = new Map<string, string>()
  for (const statement of source.statements) {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined
    if (!bindings || !ts.isNamedImports(bindings)) continue
    for (const one of bindings.elements) imports.set(
      one.name.text, ((statement as ts.ImportDeclaration).moduleSpecifier as ts.StringLiteral).text,
    )
  }
  const found: ({ name: string; from: string } | null)[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ['perform', 'performQuietly', 'ask'].includes(node.expression.getText())) {
      const name = node.arguments[0]?.getText() ?? ''
      const from = imports.get(name)
      found.push(from ? { name, from } : null)
    }
    node.forEachChild(visit)
  }
  visit(part)
  return found
}
