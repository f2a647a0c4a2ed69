import { kindOfName } from '../../../../nodes/WhatsLoop/trigger/normalise/eventNames';

test.each<[string, string[]]>([
	['message', ['messagenew', 'messagenotification', 'messagesupsert', 'newmessage']],
	['ack', ['newack', 'newacks', 'messagestatus', 'messagesupdate', 'acknotification', 'messageack']],
	['chat', ['newchat', 'newchats', 'dialogupdate', 'dialogdelete', 'dialogpresence', 'chatnotification']],
	['contact', ['newcontact', 'newcontacts', 'contactsupsert', 'contactnotification', 'contactnew']],
	['group', ['groupnew', 'groupupdate']],
	['connection', ['connectionstatus', 'connectionupdate']],
])('events of the kind %s are known by all of their names', (kind, names) => {
	expect(names.map((name) => [name, kindOfName(name)])).toEqual(names.map((name) => [name, kind]));
});

test.each(['', 'constructor', 'paymentreceived'])('the name "%s" is not known', (name) => {
	expect(kindOfName(name)).toBeUndefined();
});
