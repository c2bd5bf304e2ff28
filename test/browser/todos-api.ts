/** The todos' API as another client would use it, beside the page. */
export interface StoredTodo {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly completed: boolean;
  readonly priority?: number;
  readonly dueDate?: string;
  readonly tags?: string[];
}

interface ListPage {
  readonly items: StoredTodo[];
  readonly nextCursor?: string;
}

export const todosUrl = process.env.TODOS_URL!;
const collection = `${todosUrl}/todos`;

export async function createTodo(todo: object): Promise<StoredTodo> {
  return send<StoredTodo>('POST', collection, todo);
}

export async function patchTodo({ id }: StoredTodo, patch: object): Promise<StoredTodo> {
  return send<StoredTodo>('PATCH', `${collection}/${id}`, patch);
}

export async function deleteTodo({ id }: StoredTodo): Promise<void> {
  await send('DELETE', `${collection}/${id}`);
}

/** Every todo, oldest first. */
export async function storedTodos(): Promise<StoredTodo[]> {
  const todos: StoredTodo[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', consistent: 'true', ...(cursor === undefined ? {} : { cursor }) });
    const page: ListPage = await send('GET', `${collection}?${query}`);
    todos.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return todos;
}

export async function storedTitles(): Promise<string[]> {
  return (await storedTodos()).map(({ title }) => title);
}

export async function clearTodos(): Promise<void> {
  for (const todo of await storedTodos()) await deleteTodo(todo);
}

/** One after another, so that their order is that of the titles. */
export async function createTodos(titles: string[]): Promise<void> {
  for (const title of titles) await createTodo({ title });
}

async function send<T>(method: string, url: string, body?: object): Promise<T> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const response = await fetch(url, { method, headers: body && { 'Content-Type': type }, body: body && JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
