/** Makes HTML of a text with a snippet in it. */
export type Program = (text: string) => string | Promise<string>

/** A package that only `.ci/run` installs, so its types are not known here. */
export async function load<T>(name: string): Promise<T> {
  return (await import(/* @vite-ignore */ name)) as T
}
