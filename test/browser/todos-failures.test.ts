import { Pages, eventually, useBrowser } from './browser';
import { clearTodos, createTodo, deleteTodo, patchTodo, storedTitles, storedTodos, todosUrl } from './todos-api';
import { TodosPage } from './todos-page';

const pages: Pages = useBrowser();
const open = async (path = '/') => new TodosPage(await pages.open(todosUrl + path));
const unavailable = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status: 503, code: 'temporarily-unavailable', detail: 'try again later', requestId: 'request-7' }),
};

beforeEach(clearTodos);

describe('input that does not fit', () => {
  test('a title is asked for', async () => {
    const todos = await open();

    await todos.add.click();

    expect(await todos.errorOf(todos.title)).toBe('Enter a title.');
    expect(await todos.hasFocus(todos.title)).toBe(true);
    await todos.title.fill('x');
    expect(await todos.errorOf(todos.title)).toBe('');
  });

  test("the server's objection is shown at the field and the text is kept", async () => {
    const todos = await open();
    const tooLong = 'x'.repeat(201);

    await todos.title.fill(tooLong);
    await todos.title.press('Enter');

    await eventually(async () => (await todos.errorOf(todos.title)).includes('200'), true);
    expect(await todos.title.inputValue()).toBe(tooLong);
    expect(await todos.title.getAttribute('aria-invalid')).toBe('true');
    expect(await storedTitles()).toEqual([]);
  });

  test('an objection to a folded detail unfolds it', async () => {
    const todos = await open();
    await todos.title.fill('Many tags');
    await todos.details.click();
    await todos.page.getByLabel('Tags').fill('1,2,3,4,5,6,7,8,9,10,11');
    await todos.details.click();

    await todos.add.click();

    const tags = todos.page.getByLabel('Tags');
    await tags.waitFor();
    expect(await todos.errorOf(tags)).toContain('10');
    expect(await todos.hasFocus(tags)).toBe(true);
  });

  test('all objections to an edit are shown at once, each at its field', async () => {
    await createTodo({ title: 'Sound' });
    const todos = await open();

    await todos.edit('Sound').click();
    await todos.field('Title').fill('x'.repeat(201));
    await todos.field('Tags').fill('1,2,3,4,5,6,7,8,9,10,11');
    await todos.button('Save').click();

    await eventually(async () => (await todos.errorOf(todos.field('Title'))).includes('200'), true);
    expect(await todos.errorOf(todos.field('Tags'))).toContain('10');
    expect(await todos.hasFocus(todos.field('Title'))).toBe(true);
    expect(await storedTitles()).toEqual(['Sound']);
  });
});

describe('a todo that someone else changes meanwhile', () => {
  async function editInConflict(): Promise<TodosPage> {
    const stored = await createTodo({ title: 'Draft', priority: 3 });
    const todos = await open();
    const fresh = todos.page.waitForResponse((response) => response.url().endsWith(stored.id));
    await todos.edit('Draft').click();
    await fresh;
    await todos.field('Title').fill('Mine');
    await patchTodo(stored, { title: 'Theirs', priority: 1 });
    await todos.button('Save').click();
    await todos.page.getByText('Someone else changed this todo while you were editing it: title, priority.').waitFor();
    expect(await storedTitles()).toEqual(['Theirs']);
    return todos;
  }

  test('can be loaded', async () => {
    const todos = await editInConflict();

    await todos.button('Load the latest').click();

    expect(await todos.field('Title').inputValue()).toBe('Theirs');
    expect(await todos.field('Priority').inputValue()).toBe('1');
    await todos.field('Title').fill('Ours');
    await todos.button('Save').click();
    await eventually(() => todos.titles(), ['Ours']);
  });

  test('can be saved over, but for the fields that only they changed', async () => {
    const todos = await editInConflict();

    await todos.button('Keep my changes').press('Enter');

    await eventually(() => todos.titles(), ['Mine']);
    expect(await todos.hasFocus(todos.edit('Mine'))).toBe(true);
    expect(await storedTodos()).toMatchObject([{ title: 'Mine', priority: 1 }]);
  });

  test('is read anew when its editor opens', async () => {
    const stored = await createTodo({ title: 'Old copy' });
    const todos = await open();
    await todos.tick('Old copy').waitFor();
    await patchTodo(stored, { title: 'Latest' });

    await todos.edit('Old copy').click();

    await eventually(() => todos.field('Title').inputValue(), 'Latest');
  });

  test('can be removed from the list when they deleted it', async () => {
    const stored = await createTodo({ title: 'Short-lived' });
    const todos = await open();
    await todos.tick('Short-lived').waitFor();
    await deleteTodo(stored);

    await todos.tick('Short-lived').click();
    await todos.page.getByText('This todo no longer exists. It was deleted elsewhere.').waitFor();
    expect(await todos.tick('Short-lived').isChecked()).toBe(false);

    await todos.button('Remove from the list').click();
    await eventually(() => todos.titles(), []);
    await todos.page.getByText('Nothing here yet').waitFor();
  });
});

describe('without a network', () => {
  test('a tick is taken back and can be tried again', async () => {
    await createTodo({ title: 'Tick me' });
    const todos = await open();
    await todos.tick('Tick me').waitFor();
    await todos.page.context().setOffline(true);

    await todos.tick('Tick me').click();
    await todos.page.getByText('You are offline.').waitFor();
    expect(await todos.tick('Tick me').isChecked()).toBe(false);

    await todos.page.context().setOffline(false);
    await todos.button('Try again').press('Enter');
    await eventually(async () => (await storedTodos())[0].completed, true);
    expect(await todos.hasFocus(todos.tick('Tick me'))).toBe(true);
    expect(await todos.tick('Tick me').isChecked()).toBe(true);
    expect(await todos.alert().count()).toBe(0);
  });

  test('a new todo stays in the field until it can be sent', async () => {
    const todos = await open();
    await todos.page.getByText('Nothing here yet').waitFor();
    await todos.page.context().setOffline(true);

    await todos.title.fill('Not lost');
    await todos.title.press('Enter');
    await todos.page.getByText('You are offline.').waitFor();
    expect(await todos.title.inputValue()).toBe('Not lost');

    await todos.page.context().setOffline(false);
    await todos.button('Try again').click();
    await eventually(storedTitles, ['Not lost']);
  });

  test('the list loads by itself when the network is back', async () => {
    await createTodo({ title: 'Here' });
    const todos = await open();
    await todos.tick('Here').waitFor();
    await todos.page.context().setOffline(true);

    await todos.filter('Open').click();
    await todos.page.getByText('You are offline.').waitFor();
    expect(await todos.titles()).toEqual([]);

    await todos.page.context().setOffline(false);
    await eventually(() => todos.titles(), ['Here']);
  });
});

describe('a server that fails', () => {
  test('the list says so with the request id and can be asked again', async () => {
    await createTodo({ title: 'Here' });
    const todos = await open();
    await todos.tick('Here').waitFor();
    await todos.page.route('**/todos?*', (route) => route.fulfill(unavailable));

    await todos.page.reload();
    await todos.page.getByText('The server is busy. Please wait a moment. Request: request-7').waitFor();

    await todos.page.unroute('**/todos?*');
    await todos.button('Try again').click();
    await eventually(() => todos.titles(), ['Here']);
  });

  test('a deletion is taken back', async () => {
    await createTodo({ title: 'Survivor' });
    const todos = await open();
    await todos.page.route('**/todos/*', (route) => route.fulfill(unavailable));

    await todos.delete('Survivor').click();

    await todos.alert().getByText('The server is busy.').waitFor();
    expect(await todos.titles()).toEqual(['Survivor']);
    await todos.page.unroute('**/todos/*');
    await todos.button('Try again').click();
    await eventually(storedTitles, []);
  });

  test('an answer that is not ours is no crash', async () => {
    const todos = await open();
    await todos.page.route('**/todos?*', (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }));

    await todos.filter('Open').click();

    await todos.page.getByText('The server failed.').waitFor();
  });
});

test('text that is not saved is carried into the next view', async () => {
  await createTodo({ title: 'Half done' });
  const todos = await open();
  await todos.edit('Half done').click();
  await todos.field('Title').fill('Half written');

  await todos.filter('Done').click();
  await todos.page.getByRole('heading', { name: 'Done todos' }).waitFor();

  expect(await todos.field('Title').inputValue()).toBe('Half written');
  await todos.button('Save').click();
  await eventually(storedTitles, ['Half written']);
});
