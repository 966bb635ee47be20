import type { paths } from "./generated/schema";

/** `/conversations/${id}/draft?x=1`, as the app writes it, and `/conversations/{id}/draft`, as the description has it, both become `/conversations/{}/draft`. */
type Shape<Path extends string> = Path extends `${infer Before}?${string}` ? Parts<Before> : Parts<Path>;
type Parts<Path extends string> = Path extends `${infer First}/${infer Rest}` ? `${Part<First>}/${Parts<Rest>}` : Part<Path>;
type Part<Text extends string> = string extends Text ? "{}" : `${number}` extends Text ? "{}" : Text extends `{${string}}` ? "{}" : Text;

type Described = { [Path in keyof paths & string as Path extends `/api/v1${infer Rest}` ? Shape<Rest> : never]: paths[Path] };

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** What the description says of a request to this address; `never` when it knows none. */
type Operation<M extends Method, Path extends string> = Shape<Path> extends keyof Described ? NonNullable<Described[Shape<Path>][M]> : never;

type ContentOf<Body> = Body extends { content: infer Content } ? Content[keyof Content] : undefined;

/** What the server answers when all is well. */
export type Answer<M extends Method, Path extends string> = Operation<M, Path> extends { responses: infer Responses }
  ? { [Status in keyof Responses & (200 | 201 | 202 | 204)]: ContentOf<Responses[Status]> }[keyof Responses & (200 | 201 | 202 | 204)]
  : never;

type Body<M extends Method, Path extends string> = Operation<M, Path> extends { requestBody: { content: infer Content } } ? Content[keyof Content] : undefined;

/** What comes after the address: the body where one is asked for, then `Rest`. An address the description does not know takes no arguments that exist. */
export type Given<M extends Method, Path extends string, Rest extends unknown[] = []> = [Operation<M, Path>] extends [never]
  ? [thereIsNoSuchRequest: never]
  : Body<M, Path> extends undefined ? [body?: undefined, ...rest: Rest] : [body: Body<M, Path>, ...rest: Rest];

/** The same for a request that never has a body. */
export type Bare<M extends Method, Path extends string, Rest extends unknown[] = []> = [Operation<M, Path>] extends [never] ? [thereIsNoSuchRequest: never] : Rest;
