// There is one sign-in for everything; the application's own form would not end the session.
const toSignIn = () => {
  if (location.hash.startsWith('#/login')) {
    location.href = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '') + '/login';
  }
};
addEventListener('hashchange', toSignIn);
toSignIn();

export default [];
