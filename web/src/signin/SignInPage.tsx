// Signing in: with a password, with a link by mail, or, where the demonstration is loaded, as one of its people.
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { useWords } from '../words/words';
import { useArrive } from './arrive';
import { DemoPanel } from './DemoPanel';
import { MailLinkForm } from './MailLinkForm';
import { Outside } from './Outside';
import { PasswordForm } from './PasswordForm';
import classes from './signin.module.css';
import type { Way } from './way';

const DemoPeople = graphql(`
  query DemoPeople {
    demoPeople {
      id
      name
      title
      role
      company
    }
  }
`);

export default function SignInPage() {
  const { signin } = useWords();
  const [parameters] = useSearchParams();
  const arrive = useArrive();
  const [{ data, fetching }] = useQuery({ query: DemoPeople });
  const wanted = parameters.get('way');
  const [way, setWay] = useState<Way>(wanted === 'link' || wanted === 'forgotten' ? wanted : 'password');
  // What was typed stays while somebody changes their mind about the way.
  const [email, setEmail] = useState('');
  const people = data?.demoPeople ?? [];
  const done = () => arrive(parameters.get('to'));
  const order = people.length > 0 ? 2 : 1;
  const form =
    way === 'password' ? (
      <PasswordForm order={order} email={email} onEmail={setEmail} onWay={setWay} onDone={done} />
    ) : (
      <MailLinkForm
        key={way}
        order={order}
        way={way}
        email={email}
        onEmail={setEmail}
        onBack={() => setWay('password')}
      />
    );
  return (
    <Outside title={signin.title}>
      {/* Until it is known whether there is a demonstration, nothing is shown that would then jump aside. */}
      {fetching && !data ? null : people.length > 0 ? (
        <div className={classes.two}>
          <DemoPanel people={people} as={parameters.get('as')} onDone={done} />
          <div id="own" className={classes.own}>
            {form}
          </div>
        </div>
      ) : (
        form
      )}
    </Outside>
  );
}
