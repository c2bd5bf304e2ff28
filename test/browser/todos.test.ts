import { Pages, eventually, useBrowser } from './browser';
import { clearTodos, createTodo, createTodos, storedTitles, storedTodos, todosUrl } from './todos-api';
import { TodosPage } from './todos-page';

const pages: Pages = useBrowser();
const open = async (path = '/') => new TodosPage(await pages.open(todosUrl + path));

beforeEach(clearTodos);

test('a new list says that it is empty and how to begin', async () => {
  const todos = await open();

  await todos.page.getByText('Nothing here yet').waitFor();
  await todos.page.getByText('Type your first todo above.').waitFor();
});

test('a title and Enter add a todo on top, ready for the next', async () => {
  await createTodo({ title: 'Older' });
  const todos = await open();

  await todos.addTodo('Buy milk');

  expect(await todos.titles()).toEqual(['Buy milk', 'Older']);
  expect(await todos.title.inputValue()).toBe('');
  expect(await todos.hasFocus(todos.title)).toBe(true);
  expect(await storedTitles()).toEqual(['Older', 'Buy milk']);
});

test('a todo that is added before the list has come stays, once', async () => {
  await createTodo({ title: 'Older' });
  const todos = new TodosPage(await pages.open('about:blank'));
  let release = () => {};
  const held = new Promise<void>((resolve) => { release = resolve; });
  await todos.page.route('**/todos?*', async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });

  await todos.page.goto(todosUrl);
  await todos.addTodo('Quick');
  release();

  await eventually(() => todos.titles(), ['Quick', 'Older']);
});

test('the details of a new todo are stored and shown', async () => {
  const todos = await open();

  await todos.title.fill('Plan the trip');
  await todos.details.click();
  await todos.page.getByLabel('Notes').fill('By train.\nWith Maria.');
  await todos.page.getByLabel('Due').fill('2031-03-09');
  await todos.page.getByLabel('Priority').selectOption('2 – High');
  await todos.page.getByLabel('Tags').fill('travel, spring , travel');
  await todos.add.click();

  await todos.tick('Plan the trip').waitFor();
  expect(await storedTodos()).toMatchObject([
    { title: 'Plan the trip', description: 'By train.\nWith Maria.', dueDate: '2031-03-09', priority: 2, tags: ['travel', 'spring'], completed: false },
  ]);
  expect(await todos.rows.getByRole('list', { name: 'Details' }).getByRole('listitem').allTextContents())
    .toEqual(['Due 9 Mar 2031', 'High priority', 'travel', 'spring']);
});

test('a tick is there after a reload, and so is its removal', async () => {
  await createTodo({ title: 'Water the plants' });
  const todos = await open();

  for (const completed of [true, false]) {
    await todos.tick('Water the plants').click();
    await eventually(async () => (await storedTodos())[0].completed, completed);
    await todos.page.reload();
    await todos.tick('Water the plants').waitFor();
    expect(await todos.tick('Water the plants').isChecked()).toBe(completed);
  }
});

test('of quick ticks the last one counts', async () => {
  await createTodo({ title: 'Fickle' });
  const todos = await open();

  for (let clicks = 0; clicks < 5; clicks++) await todos.tick('Fickle').click();

  await eventually(async () => (await storedTodos())[0].completed, true);
  expect(await todos.tick('Fickle').isChecked()).toBe(true);
});

test('an edit sends what was changed, for the version that was seen', async () => {
  await createTodo({ title: 'Call Ana', description: 'About the flat', dueDate: '2031-01-02', tags: ['home'] });
  const todos = await open();

  await todos.edit('Call Ana').click();
  await todos.field('Title').fill('Call Ana and Rui');
  await todos.field('Due').fill('');
  const sent = todos.page.waitForRequest((request) => request.method() === 'PATCH');
  await todos.button('Save').click();

  const request = await sent;
  expect(request.postDataJSON()).toEqual({ title: 'Call Ana and Rui', dueDate: null });
  expect(request.headers()['if-match']).toMatch(/^".+"$/);
  await todos.edit('Call Ana and Rui').waitFor();
  expect(await todos.hasFocus(todos.edit('Call Ana and Rui'))).toBe(true);
  const [stored] = await storedTodos();
  expect(stored).toMatchObject({ title: 'Call Ana and Rui', description: 'About the flat', tags: ['home'] });
  expect(stored).not.toHaveProperty('dueDate');
});

test('an edit that is cancelled changes nothing', async () => {
  await createTodo({ title: 'Stay as it is' });
  const todos = await open();

  await todos.edit('Stay as it is').click();
  await todos.field('Title').fill('Something else');
  await todos.button('Cancel').click();

  expect(await todos.titles()).toEqual(['Stay as it is']);
  expect(await storedTitles()).toEqual(['Stay as it is']);
});

test('the filter is in the address, and Back returns to the last one', async () => {
  await createTodo({ title: 'Open one' });
  await createTodo({ title: 'Done one', completed: true });
  const todos = await open();
  await eventually(() => todos.titles(), ['Done one', 'Open one']);

  await todos.filter('Done').click();
  await eventually(() => todos.titles(), ['Done one']);
  expect(new URL(todos.page.url()).hash).toBe('#done');
  expect(await todos.filter('Done').getAttribute('aria-current')).toBe('page');

  await todos.filter('Open').click();
  await eventually(() => todos.titles(), ['Open one']);
  await todos.page.goBack();
  await eventually(() => todos.titles(), ['Done one']);
  await todos.page.reload();
  await eventually(() => todos.titles(), ['Done one']);
});

test('a todo that is ticked under Open stays until the view is changed', async () => {
  await createTodos(['First', 'Second']);
  const todos = await open('/#open');

  await todos.tick('Second').click();
  await eventually(async () => (await storedTodos())[1].completed, true);
  expect(await todos.titles()).toEqual(['Second', 'First']);

  await todos.filter('Done').click();
  await eventually(() => todos.titles(), ['Second']);
  await todos.filter('Open').click();
  await eventually(() => todos.titles(), ['First']);
});

test('a view that is asked for right after a tick shows it', async () => {
  await createTodo({ title: 'Just ticked' });
  const todos = await open('/#open');
  await todos.page.route('**/todos/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });

  await todos.tick('Just ticked').click();
  await todos.filter('Done').click();

  await todos.page.getByRole('heading', { name: 'Done todos' }).waitFor();
  await eventually(() => todos.tick('Just ticked').isChecked(), true);
  await todos.page.reload();
  await eventually(() => todos.titles(), ['Just ticked']);
});

test('a todo that is added under Done is not shown there, but the way to it is', async () => {
  const todos = await open('/#done');

  await todos.title.fill('Fresh');
  await todos.title.press('Enter');
  await todos.page.getByText('Added “Fresh”. It is open, so it is not shown here.').first().waitFor();
  expect(await todos.titles()).toEqual([]);

  await todos.button('Show open').click();
  await eventually(() => todos.titles(), ['Fresh']);
});

test('a deletion takes effect at once and can be undone', async () => {
  await createTodo({ title: 'Keep', completed: true });
  await createTodo({ title: 'Drop', completed: true, description: 'With notes', priority: 4, tags: ['x'] });
  const todos = await open();

  await todos.delete('Drop').click();
  await eventually(storedTitles, ['Keep']);
  expect(await todos.hasFocus(todos.undo('Drop'))).toBe(true);

  await todos.undo('Drop').click();
  await eventually(storedTitles, ['Keep', 'Drop']);
  await eventually(() => todos.titles(), ['Drop', 'Keep']);
  expect((await storedTodos())[1]).toMatchObject({ title: 'Drop', completed: true, description: 'With notes', priority: 4, tags: ['x'] });
});

test('a deleted todo is gone after a reload', async () => {
  await createTodos(['Keep', 'Drop']);
  const todos = await open();

  await todos.delete('Drop').click();
  await eventually(storedTitles, ['Keep']);
  await todos.page.reload();

  await eventually(() => todos.titles(), ['Keep']);
});

test('more todos are loaded page by page, each of them once', async () => {
  const titles = Array.from({ length: 60 }, (_, position) => `Todo ${position + 1}`);
  await createTodos(titles);
  const todos = await open();
  const newestFirst = [...titles].reverse();

  await eventually(() => todos.titles(), newestFirst.slice(0, 25));
  await todos.more.click();
  await eventually(() => todos.titles(), newestFirst.slice(0, 50));
  expect(await todos.hasFocus(todos.tick('Todo 35'))).toBe(true);
  await todos.more.click();
  await eventually(() => todos.titles(), newestFirst);
  expect(await todos.more.isVisible()).toBe(false);
});

test('an empty page that is not the last one is passed over', async () => {
  const stored = await createTodo({ title: 'Far behind' });
  const todos = await open();
  await todos.tick('Far behind').waitFor();
  const cursors: (string | null)[] = [];
  await todos.page.route('**/todos?*', (route) => {
    cursors.push(new URL(route.request().url()).searchParams.get('cursor'));
    const pagesInOrder = [{ items: [], nextCursor: 'a' }, { items: [], nextCursor: 'b' }, { items: [stored] }];
    return route.fulfill({ json: pagesInOrder[cursors.length - 1] });
  });

  await todos.filter('Open').click();

  await eventually(async () => cursors, [null, 'a', 'b']);
  await eventually(() => todos.titles(), ['Far behind']);
  expect(await todos.more.isVisible()).toBe(false);
});

test('what two tabs created shows in both after a reload', async () => {
  const tabs = [await open(), await open()];
  await tabs[0].addTodo('From the first');
  await tabs[1].addTodo('From the second');

  for (const tab of tabs) {
    await tab.page.reload();
    await eventually(() => tab.titles(), ['From the second', 'From the first']);
  }
});

test('text is shown as text, whatever it looks like', async () => {
  const hostile = '<img src=x onerror="document.title=1"><b>bold</b>';
  await createTodo({ title: hostile, description: `<script>${hostile}</script>`, tags: [hostile] });
  const todos = await open();

  await eventually(() => todos.titles(), [hostile]);
  expect(await todos.rows.locator('img, b, script').count()).toBe(0);
  await todos.edit(hostile).click();
  expect(await todos.field('Title').inputValue()).toBe(hostile);
});
