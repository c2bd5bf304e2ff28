import type { Mistake } from '../../mistake';

export default {
  props: { response: { publicUrl: 'https://api.example.com/' } },
  value: "'https://api.example.com/'",
  message: "Test/Todos: response.publicUrl: must be an http or https URL without query and final slash, such as 'https://api.example.com', got 'https://api.example.com/'",
} satisfies Mistake;
