import { Locator, Page } from 'playwright-core';

/** The page in the words of its user: what is found by its role and name is found by a screen reader too. */
export class TodosPage {
  readonly title: Locator;
  readonly add: Locator;
  readonly details: Locator;
  readonly rows: Locator;
  readonly more: Locator;
  readonly editor: Locator;

  constructor(readonly page: Page) {
    const composer = page.getByRole('form', { name: 'Add a todo' });
    this.title = composer.getByRole('textbox', { name: 'What is to be done?' });
    this.add = composer.getByRole('button', { name: 'Add' });
    this.details = composer.getByRole('button', { name: 'Details' });
    this.rows = page.locator('#rows > li');
    this.more = page.getByRole('button', { name: 'Load more' });
    this.editor = page.getByRole('form', { name: /^Edit / });
  }

  async addTodo(title: string): Promise<void> {
    await this.title.fill(title);
    await this.title.press('Enter');
    await this.tick(title).waitFor();
  }

  tick(title: string): Locator {
    return this.page.getByRole('checkbox', { name: title, exact: true });
  }

  edit(title: string): Locator {
    return this.page.getByRole('button', { name: `Edit ${title}`, exact: true });
  }

  delete(title: string): Locator {
    return this.page.getByRole('button', { name: `Delete ${title}`, exact: true });
  }

  undo(title: string): Locator {
    return this.page.getByRole('button', { name: `Undo: restore ${title}`, exact: true });
  }

  filter(name: 'All' | 'Open' | 'Done'): Locator {
    return this.page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.editor.getByLabel(name);
  }

  alert(): Locator {
    return this.page.getByRole('alert');
  }

  /** The titles of the rows that show a todo, from above. */
  async titles(): Promise<string[]> {
    return this.page.locator('.row-title').allTextContents();
  }

  /** What a screen reader says of a control's error, or nothing. */
  async errorOf(control: Locator): Promise<string> {
    const ids = await control.getAttribute('aria-describedby');
    return ids === null ? '' : (await this.page.locator(ids.split(' ').map((id) => `#${id}`).join(',')).allTextContents()).join(' ');
  }

  async hasFocus(control: Locator): Promise<boolean> {
    return (await control.and(this.page.locator(':focus')).count()) === 1;
  }
}
