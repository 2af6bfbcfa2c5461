import { expect, test } from 'vitest';
import { asBody, fillIn, readForm } from './forms';

const page = `<form action="/sign-out"><input type="hidden" name="bye" value="1"/></form>
  <form class="form" action="" encType="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_REF_1"/><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&#x27;b&quot;}"/>
  <input type="hidden" name="_key" value="k"/><textarea id="field-text" name="text" rows="5"></textarea>
  <input id="a" name="how" type="radio" value="phone"/><input id="b" name="how" type="radio" checked="" value="in_person"/><button type="submit">Send</button></form>`;

test('a form is read as a browser without JavaScript would send it', () => {
  expect(readForm(page, 'text')).toEqual([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"a'b"}`], ['_key', 'k'], ['text', ''], ['how', 'in_person']]);
});

test('what is typed stands instead of what the form had', () => {
  const body = asBody(fillIn(readForm(page, 'text'), { text: 'Done', how: 'phone' }));
  expect([body.getAll('text'), body.getAll('how'), body.get('_key')]).toEqual([['Done'], ['phone'], 'k']);
});

test('a page without the form says so', () => {
  expect(() => readForm(page, 'outline')).toThrow('No form on the page has a field called outline');
});
