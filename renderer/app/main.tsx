import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/noto-sans/wght-italic.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseBackend } from '../backend/choose-backend.ts';
import { startCore } from '../state/core.ts';
import { App } from './App.tsx';
import './app.css';

const root = document.getElementById('rot');
if (!root) throw new Error('index.html has no #rot');
startCore(chooseBackend());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
