import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './style.css';
import './workers';
import { Page } from './page';
import { takeToken } from './token';

const element = document.getElementById('page');
if (element) {
  createRoot(element).render(<Page token={takeToken()} />);
}
