import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

const FOLDER = join(import.meta.dirname, '../../../node_modules/stripe/esm');

/** A node of a syntax tree, as far as it is read here. */
interface Node {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the fields differ by the type of the node
  readonly [field: string]: any;
}

/** An interface or an alias. */
interface Declaration {
  readonly node: Node;
  /** The namespaces around it, and its name. */
  readonly scope: readonly string[];
}

function declarationsIn(statements: readonly Node[], scope: readonly string[] = []): Declaration[] {
  return statements.flatMap((statement) => {
    const node: Node | null =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (!node) return [];
    const inner = [...scope, node.id?.name];
    if (node.type === 'TSModuleDeclaration') return declarationsIn(node.body.body, inner);
    return /^TS(Interface|TypeAlias)Declaration$/.test(node.type) ? [{ node, scope: inner }] : [];
  });
}

/** Without those of folders, whose names are behind the folder's: `TestHelpers.TestClock`. */
const files = readdirSync(join(FOLDER, 'resources'))
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => join(FOLDER, 'resources', name));

const declarations = new Map(
  files
    .flatMap((file) => {
      const { program } = parseSync(file, readFileSync(file, 'utf8'), { lang: 'dts' });
      return declarationsIn(program.body as unknown as readonly Node[]);
    })
    .map((declaration) => [declaration.scope.join('.'), declaration]),
);

const namesIn = (node: Node): string[] =>
  node.type === 'Identifier' ? [node.name] : [...namesIn(node.left), node.right.name];

/** What a name means inside a declaration: the innermost of that name. */
function declarationOf(name: readonly string[], scope: readonly string[]): Declaration | undefined {
  for (let length = scope.length; length >= 0; length -= 1) {
    const found = declarations.get([...scope.slice(0, length), ...name].join('.'));
    if (found) return found;
  }
  return undefined;
}

/** What a field may be, flat: an id, a list, and the interfaces that it may have. */
interface Field {
  readonly isId?: true;
  readonly isList?: true;
  readonly of?: Declaration;
  /** An object of another folder. */
  readonly object?: string;
}

const WRAPPERS = ['Array', 'ApiList'];

function referenced({ typeArguments, typeName }: Node, scope: readonly string[]): Field[] {
  const name = namesIn(typeName);
  if (WRAPPERS.includes(name[0] ?? '')) {
    const items = meanings(typeArguments.params[0], scope);
    return name[0] === 'ApiList' ? items.map((item) => ({ ...item, isList: true })) : items;
  }
  const of = declarationOf(name, scope);
  if (of?.node.type === 'TSTypeAliasDeclaration') return meanings(of.node.typeAnnotation, of.scope);
  if (of) return [{ of }];
  return name.length > 1 ? [{ object: name.join('.') }] : [];
}

function meanings(node: Node, scope: readonly string[]): Field[] {
  if (node.type === 'TSUnionType') {
    return node.types.flatMap((each: Node) => meanings(each, scope));
  }
  if (node.type === 'TSArrayType') return meanings(node.elementType, scope);
  if (node.type === 'TSStringKeyword') return [{ isId: true }];
  return node.type === 'TSTypeReference' ? referenced(node, scope) : [];
}

const membersOf = ({ node }: Declaration): readonly Node[] => node.body.body;

/** The value of `object` of an interface: `customer`; undefined for a hash. */
const objectOf = (declaration: Declaration): string | undefined =>
  membersOf(declaration).find(({ key }) => key?.name === 'object')?.typeAnnotation.typeAnnotation
    .literal?.value;

/** A path that can be expanded, and the `object` of what it leads to, of each kind. */
type Reference = readonly [path: string, objects: readonly string[]];

function referencesOfField(member: Node, { scope }: Declaration, depth: number): Reference[] {
  if (member.type !== 'TSPropertySignature') return [];
  const name: string = member.key.name ?? member.key.value;
  const fields = meanings(member.typeAnnotation.typeAnnotation, scope);
  const types = fields.flatMap(({ of }) => (of ? [of] : []));
  const objects = [
    ...types.flatMap((type) => objectOf(type) ?? []),
    ...fields.flatMap(({ object }) => object ?? []),
  ];
  const path = fields.some(({ isList }) => isList) ? `${name}.data` : name;
  if (objects.length > 0) return [[path, [...new Set(objects)]]];
  return types
    .flatMap((type) => referencesOf(type, depth - 1))
    .map(([inner, found]) => [`${path}.${inner}`, found]);
}

function referencesOf(declaration: Declaration, depth: number): Reference[] {
  if (depth === 0) return [];
  return membersOf(declaration).flatMap((member) => referencesOfField(member, declaration, depth));
}

/**
 * The paths in an object of the official client's types that refer to objects, by id or whole:
 * `invoice_settings.default_payment_method` of a `Customer`. Up to four levels.
 */
export function referencesOfType(name: string): ReadonlyMap<string, readonly string[]> {
  const declaration = declarations.get(name);
  if (!declaration) throw new Error(`The official client has no type ${name}.`);
  return new Map(referencesOf(declaration, 4));
}
