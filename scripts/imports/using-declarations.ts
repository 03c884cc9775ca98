import type { Statement, VariableDeclarator } from '@swc/core';
import { Visitor } from '@swc/core/Visitor.js';

/**
 * Teaches the visitor that dependency-cruiser walks swc's trees with to read `using` declarations, which it answers
 * with "Unknown statement type". To be deleted when check-imports.test.ts passes without it.
 */
export function readUsingDeclarations(): void {
  const visitStatement = Visitor.prototype.visitStatement;
  Visitor.prototype.visitStatement = function visit(this: Visitor, statement: Statement): Statement {
    if (!isUsingDeclaration(statement)) return visitStatement.call(this, statement);
    this.visitVariableDeclarators(statement.decls);
    return statement;
  };
}

function isUsingDeclaration(statement: object): statement is { decls: VariableDeclarator[] } {
  return 'type' in statement && statement.type === 'UsingDeclaration';
}
