export { idagNu } from '../../components/idag.ts';
