import { Page } from 'playwright-core';
import { accessibilityBreaches } from './accessibility';
import { eventually, useBrowser } from './browser';
import { clearTodos, todosUrl } from './todos-api';

const pages = useBrowser();
const open = (hash = '') => pages.open(`${todosUrl}/_console${hash}`);
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

/** Makes a request and tells its id. */
async function request(method: string, path: string, body?: object): Promise<string> {
  const headers = { 'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' };
  const response = await fetch(todosUrl + path, { method, headers, body: body && JSON.stringify(body) });
  return response.headers.get('X-Request-Id')!;
}

const linkTo = (page: Page, id: string) => page.locator(`a[href="#/requests/${id}"]`);
const detail = (page: Page) => page.getByRole('region', { name: 'Request', exact: true });

beforeEach(clearTodos);

test('a request appears by itself, with its status, calls and capacity', async () => {
  const page = await open();
  const id = await request('POST', '/todos', { title: 'Seen' });

  const row = page.getByRole('row').filter({ has: linkTo(page, id) });
  await row.waitFor();
  expect(await row.getByRole('rowheader').textContent()).toContain('POST /todos');
  const cells = await row.getByRole('cell').allTextContents();
  expect([cells[0], ...cells.slice(2, 4)]).toEqual(['201', '1', '1']);
});

test('a chosen request shows what it did', async () => {
  const id = await request('POST', '/todos', { title: 'Looked at' });
  const page = await open();

  await linkTo(page, id).click();

  const shown = detail(page);
  await shown.getByRole('heading', { name: 'POST /todos' }).waitFor();
  await shown.getByRole('heading', { name: 'DynamoDB: 1 call, 1 capacity unit' }).waitFor();
  await shown.getByText("IAM: dynamodb:PutItem allowed by the function's role").waitFor();
  expect(await shown.getByRole('definition').allTextContents()).toEqual(expect.arrayContaining(['201', 'create', id]));
  await shown.getByText('Input', { exact: true }).click();
  expect(JSON.parse((await shown.getByRole('group', { name: 'Input, as JSON' }).textContent())!)).toHaveProperty('TableName');
});

test('a refused request shows that no call was made', async () => {
  const id = await request('POST', '/todos', {});
  const page = await open(`#/requests/${id}`);

  await detail(page).getByText('The request was refused before any call was made.').waitFor();
});

test('a call that DynamoDB refuses shows its error', async () => {
  const id = await request('PATCH', '/todos/0190a0a0-0000-7000-8000-000000000000', { title: 'x' });
  const page = await open(`#/requests/${id}`);

  await detail(page).getByText('DynamoDB answered 400 ConditionalCheckFailedException').waitFor();
});

test('requests are found by what they did, and the faultless left out', async () => {
  const ids = [await request('POST', '/todos', { title: 'Fine' }), await request('POST', '/todos', {}), await request('GET', '/todos')];
  const page = await open();
  const visible = () => Promise.all(ids.map((id) => linkTo(page, id).isVisible()));
  await eventually(visible, [true, true, true]);

  await page.getByRole('searchbox').fill('post PUTITEM');
  await eventually(visible, [true, false, false]);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('checkbox', { name: 'Problems only' }).check();
  await eventually(visible, [false, true, false]);
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByText('No request matches').waitFor();
});

test('the list can be stopped and cleared', async () => {
  const before = await request('GET', '/todos');
  const page = await open();
  await linkTo(page, before).waitFor();

  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByText('No requests yet').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('status').getByText('Paused').waitFor();
  const during = await request('GET', '/todos');
  await page.waitForTimeout(500);
  expect(await linkTo(page, during).count()).toBe(0);

  await page.getByRole('button', { name: 'Pause' }).click();
  await linkTo(page, during).waitFor();
  expect(await linkTo(page, before).count()).toBe(0);
});

test('the arrows walk through the requests, and others that arrive take nothing away', async () => {
  const ids = [await request('GET', '/todos?limit=1'), await request('GET', '/todos?limit=2'), await request('GET', '/todos?limit=3')];
  const page = await open();

  await linkTo(page, ids[2]).focus();
  await page.keyboard.press('ArrowDown');
  await detail(page).getByRole('heading', { name: 'GET /todos?limit=2' }).waitFor();
  await linkTo(page, await request('GET', '/todos?limit=4')).waitFor();
  await page.keyboard.press('ArrowDown');

  await detail(page).getByRole('heading', { name: 'GET /todos?limit=1' }).waitFor();
  expect(await linkTo(page, ids[0]).getAttribute('aria-current')).toBe('true');
});

test('a small screen shows the list and the request in turns', async () => {
  const id = await request('GET', '/todos');
  const page = await pages.open(`${todosUrl}/_console`, PHONE);

  await linkTo(page, id).press('Enter');
  await page.locator('h2:focus').getByText('/todos').waitFor();
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);

  await page.getByRole('link', { name: 'All requests' }).press('Enter');
  await linkTo(page, id).and(page.locator(':focus')).waitFor();
});

test('a local cloud that does not answer is named, and followed again when it does', async () => {
  const page = await open();
  await page.getByRole('status').getByText('Live').waitFor();
  await page.route('**/_console/events', (route) => route.abort());
  await page.reload();
  await page.getByRole('status').getByText('The local cloud does not answer. Has it been stopped?').waitFor();

  const meanwhile = await request('GET', '/todos');
  await page.unroute('**/_console/events');

  await linkTo(page, meanwhile).waitFor();
  await page.getByRole('status').getByText('Live').waitFor();
});

test.each(['light', 'dark'] as const)('no accessibility rule is broken and nothing scrolls sideways, in %s', async (colorScheme) => {
  const id = await request('POST', '/todos', { title: 'x' });
  await request('POST', '/todos', {});
  for (const options of [{ colorScheme, ...PHONE }, { colorScheme }]) {
    const page = await pages.open(`${todosUrl}/_console`, options);
    await page.getByRole('searchbox').fill(id); // axe looks at each row: one says as much as hundreds
    await linkTo(page, id).waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    await linkTo(page, id).press('Enter');
    await detail(page).getByText('Input', { exact: true }).click();
    expect(await accessibilityBreaches(page)).toEqual([]);
    const isWide = "[document.documentElement, document.querySelector('#detail')].map((box) => box.scrollWidth > box.clientWidth)";
    expect(await page.evaluate(isWide)).toEqual([false, false]);
  }
});
