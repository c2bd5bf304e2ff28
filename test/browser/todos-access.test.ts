import { accessibilityBreaches } from './accessibility';
import { Pages, eventually, useBrowser } from './browser';
import { clearTodos, createTodo, createTodos, storedTitles, storedTodos, todosUrl } from './todos-api';
import { TodosPage } from './todos-page';

const pages: Pages = useBrowser();
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const DESKTOP = { viewport: { width: 1280, height: 800 } };

beforeEach(clearTodos);

test('everything works with the keyboard alone', async () => {
  const todos = new TodosPage(await pages.open(todosUrl));
  const { keyboard } = todos.page;
  await todos.page.getByText('Nothing here yet').waitFor();

  await keyboard.press('Tab');
  await keyboard.type('Write');
  await keyboard.press('Enter');
  await eventually(() => todos.titles(), ['Write']);
  // from the field over its two buttons and the three filters to the row
  for (let stops = 0; stops < 6; stops++) await keyboard.press('Tab');
  expect(await todos.hasFocus(todos.tick('Write'))).toBe(true);
  await keyboard.press('Space');
  await eventually(async () => (await storedTodos())[0].completed, true);

  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await todos.editor.waitFor();
  expect(await todos.hasFocus(todos.field('Title'))).toBe(true);
  await keyboard.press('End');
  await keyboard.type(' it down');
  await keyboard.press('Tab');
  await keyboard.type('One line');
  await keyboard.press('Control+Enter');
  await eventually(() => todos.titles(), ['Write it down']);
  expect(await todos.hasFocus(todos.edit('Write it down'))).toBe(true);

  await keyboard.press('Enter');
  await keyboard.type('nothing of this');
  await keyboard.press('Escape');
  expect(await todos.hasFocus(todos.edit('Write it down'))).toBe(true);
  expect(await storedTodos()).toMatchObject([{ title: 'Write it down', description: 'One line' }]);

  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await eventually(storedTitles, []);
  expect(await todos.hasFocus(todos.undo('Write it down'))).toBe(true);
  await keyboard.press('Enter');
  await eventually(storedTitles, ['Write it down']);
  await eventually(() => todos.hasFocus(todos.delete('Write it down')), true);
});

test('the focus goes to the neighbour of a row that goes away', async () => {
  await createTodos(['Third', 'Second', 'First']);
  const todos = new TodosPage(await pages.open(todosUrl));

  await todos.delete('Second').press('Enter');
  await todos.page.keyboard.press('Tab');
  await todos.page.keyboard.press('Enter');

  await eventually(() => todos.titles(), ['First', 'Third']);
  expect(await todos.hasFocus(todos.tick('Third'))).toBe(true);
});

test('what happens is said to a screen reader', async () => {
  const todos = new TodosPage(await pages.open(todosUrl));
  const said = () => todos.page.getByRole('status').first().textContent();

  await eventually(said, 'All todos: 0 shown');
  await todos.addTodo('Listen');
  await eventually(said, 'Added Listen');
  await todos.tick('Listen').click();
  await eventually(said, 'Done: Listen');
  await todos.delete('Listen').click();
  await eventually(said, 'Deleted Listen');
});

describe.each([
  ['phone, light', { ...PHONE, colorScheme: 'light' as const }],
  ['phone, dark', { ...PHONE, colorScheme: 'dark' as const }],
  ['desktop, light', { ...DESKTOP, colorScheme: 'light' as const }],
  ['desktop, dark', { ...DESKTOP, colorScheme: 'dark' as const }],
])('on a %s', (_name, options) => {
  const longWord = 'W'.repeat(200);
  const sample = [
    { title: 'Late', dueDate: '2020-02-29', priority: 1, tags: ['errand'] },
    { title: 'Later', description: 'Notes\nin lines\n'.repeat(9), dueDate: '2031-01-01', priority: 2 },
    { title: 'Past', completed: true, dueDate: '2020-02-29', priority: 2, tags: ['home'] },
    { title: longWord, description: longWord, tags: [longWord] },
  ];

  test('no accessibility rule is broken and nothing scrolls sideways, in any state', async () => {
    const todos = new TodosPage(await pages.open(todosUrl, options));
    const check = async (state: string) => {
      expect({ state, breaches: await accessibilityBreaches(todos.page) }).toEqual({ state, breaches: [] });
      expect({ state, isWide: await todos.page.evaluate('document.documentElement.scrollWidth > innerWidth') }).toEqual({ state, isWide: false });
    };

    await todos.page.getByText('Nothing here yet').waitFor();
    await check('empty');
    await todos.add.click();
    await todos.details.click();
    await check('composer with details and an error');

    for (const todo of sample) await createTodo(todo);
    await todos.page.reload();
    await todos.tick('Late').waitFor();
    await check('list');

    await todos.edit('Late').click();
    await todos.field('Title').fill('');
    await todos.button('Save').click();
    await check('editor with an error');

    await todos.delete('Past').click();
    await check('deleted');

    await todos.page.route('**/todos?*', (route) => route.abort());
    await todos.filter('Open').click();
    await todos.alert().first().waitFor();
    await check('list that could not be loaded');
  });
});

test('nothing moves while the list is loaded', async () => {
  await createTodos(['One', 'Two', 'Three']);
  const todos = new TodosPage(await pages.open('about:blank', DESKTOP));
  await todos.page.route('**/todos?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await todos.page.goto(todosUrl);
  await todos.tick('One').waitFor();

  // the browser's own measure of movement that nobody asked for (Cumulative Layout Shift)
  const shift = await todos.page.evaluate(`new Promise((resolve) => new PerformanceObserver((list) => {
    resolve(list.getEntries().reduce((sum, { value }) => sum + value, 0));
  }).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => resolve(0), 300))`);
  expect(shift).toBe(0);
});
