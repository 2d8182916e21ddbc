/* What an element is made of. */

/** A text, a number, an element, or nothing. */
export type Single = Node | string | number | false | null | undefined;
export type Child = Single | readonly Child[];
/** What is false or missing is left out; a function listens. */
export type Attribute = string | number | boolean | null | undefined | ((event: any) => void);
