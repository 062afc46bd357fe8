/** German of files in channels and group chats: what is not read and why, which right is missing, and who grants it. Names of rights stay. */
export const GERMAN_CHANNEL = {
  'This card has moved: the case stands further down.': 'Diese Karte ist umgezogen: Der Fall steht weiter unten.',
  'A right is missing': 'Ein Recht fehlt',
  'This grants it': 'Das erteilt es',
  'Or this': 'Oder das',
  'Until then paste the output, or send the file in a chat with me.':
    'Bis dahin die Ausgabe einfügen oder die Datei im Chat mit mir senden.',
  'Files of this message': 'Dateien dieser Nachricht',
  'I may not read the messages of this team, so I see no files: ChannelMessage.Read.Group is missing.':
    'Ich darf die Nachrichten dieses Teams nicht lesen und sehe deshalb keine Dateien: ChannelMessage.Read.Group fehlt.',
  'I may not read the messages of this private channel, so I see no files: ChannelMessage.Read.Group is missing.':
    'Ich darf die Nachrichten dieses privaten Kanals nicht lesen und sehe deshalb keine Dateien: ChannelMessage.Read.Group fehlt.',
  'I may not read the messages of this shared channel, so I see no files: ChannelMessage.Read.Group is missing.':
    'Ich darf die Nachrichten dieses geteilten Kanals nicht lesen und sehe deshalb keine Dateien: ChannelMessage.Read.Group fehlt.',
  'I may not read the messages of this chat, so I see no files: ChatMessage.Read.Chat is missing.':
    'Ich darf die Nachrichten dieses Chats nicht lesen und sehe deshalb keine Dateien: ChatMessage.Read.Chat fehlt.',
  'An owner of the channel adds Tunnel Triage to it: the menu of the channel, Manage channel, Apps.':
    'Ein Besitzer des Kanals fügt Tunnel Triage hinzu: Menü des Kanals, Kanal verwalten, Apps.',
  'An owner of the team removes Tunnel Triage (the menu of the team, Manage team, Apps) and adds it again, which asks for it.':
    'Ein Besitzer des Teams entfernt Tunnel Triage (Menü des Teams, Team verwalten, Apps) und fügt es wieder hinzu, wobei danach gefragt wird.',
  'An owner of the team removes Tunnel Triage and adds it again, which asks for it.':
    'Ein Besitzer des Teams entfernt Tunnel Triage und fügt es wieder hinzu, wobei danach gefragt wird.',
  'Anybody in the chat removes Tunnel Triage (the menu of the chat, Manage apps) and adds it again, which asks for it.':
    'Jemand im Chat entfernt Tunnel Triage (Menü des Chats, Apps verwalten) und fügt es wieder hinzu, wobei danach gefragt wird.',
  'An administrator lets me read the messages of all teams (ChannelMessage.Read.All).':
    'Ein Administrator lässt mich die Nachrichten aller Teams lesen (ChannelMessage.Read.All).',
  'An administrator lets me read the messages of all chats (Chat.Read.All).':
    'Ein Administrator lässt mich die Nachrichten aller Chats lesen (Chat.Read.All).',
  'A SharePoint administrator opens this one site to me (Sites.Selected).':
    'Ein SharePoint-Administrator öffnet mir diese eine Website (Sites.Selected).',
  'An administrator lets me ask for single sites (Sites.Selected), and a SharePoint administrator opens this one to me.':
    'Ein Administrator lässt mich nach einzelnen Websites fragen (Sites.Selected), und ein SharePoint-Administrator öffnet mir diese.',
  'An administrator lets me read all files (Files.Read.All).':
    'Ein Administrator lässt mich alle Dateien lesen (Files.Read.All).',
  'The README has the command for a managed identity, under "In a channel".':
    'Die README hat den Befehl für eine verwaltete Identität, unter „In a channel“.',
  'I may not read {0}: its site was not opened to me.':
    'Ich darf {0} nicht lesen: Die Website wurde mir nicht geöffnet.',
  'I may not read {0}: the right to its site is missing.': 'Ich darf {0} nicht lesen: Das Recht auf die Website fehlt.',
  '{0} is not given to me, though I may read files: it was removed, or a policy of its site keeps applications out, which the owner of the site can tell.':
    '{0} wird mir nicht gegeben, obwohl ich Dateien lesen darf: Die Datei wurde entfernt, oder eine Richtlinie der Website hält Anwendungen fern, was ihr Besitzer sagen kann.',
  'Post it again, or paste its text.': 'Noch einmal posten oder den Text einfügen.',
  'I cannot look for files: Microsoft Graph does not take my token.':
    'Ich kann nicht nach Dateien sehen: Microsoft Graph nimmt mein Token nicht an.',
  'Whoever runs me compares MicrosoftAppId and MicrosoftAppTenantId with the registration.':
    'Wer mich betreibt, vergleicht MicrosoftAppId und MicrosoftAppTenantId mit der Registrierung.',
  'I cannot look for files: Microsoft Entra does not take my secret.':
    'Ich kann nicht nach Dateien sehen: Microsoft Entra nimmt mein Geheimnis nicht an.',
  'Whoever runs me makes a new one and puts it into MicrosoftAppPassword.':
    'Wer mich betreibt, erzeugt ein neues und trägt es in MicrosoftAppPassword ein.',
  'I cannot look for files: my application is not admitted in this organisation.':
    'Ich kann nicht nach Dateien sehen: Meine Anwendung ist in dieser Organisation nicht zugelassen.',
  'An administrator of the organisation admits it.': 'Ein Administrator der Organisation lässt sie zu.',
  'I cannot look for files: the machine that I run on has no identity.':
    'Ich kann nicht nach Dateien sehen: Die Maschine, auf der ich laufe, hat keine Identität.',
  'Whoever runs me gives it the one that is registered as the bot.':
    'Wer mich betreibt, gibt ihr die, die als Bot registriert ist.',
  'I could not look for files, because Microsoft 365 asks me to wait.':
    'Ich konnte nicht nach Dateien sehen, weil Microsoft 365 mich warten lässt.',
  'If there was one, post it again later.': 'Falls eine dabei war, später noch einmal posten.',
  'Microsoft 365 has asked me to wait for {0} minutes, and I could not read the files of your message.':
    'Microsoft 365 hat mich {0} Minuten warten lassen, und ich konnte die Dateien Ihrer Nachricht nicht lesen.',
  'Microsoft 365 asks me to wait, and more has come meanwhile: I go on with that, and have not read the files of the message before it.':
    'Microsoft 365 lässt mich warten, und inzwischen ist mehr gekommen: Damit mache ich weiter und habe die Dateien der Nachricht davor nicht gelesen.',
  'Post it again later, or paste the output.': 'Später noch einmal posten oder die Ausgabe einfügen.',
  'The message was deleted before I had read it, so nothing of it was taken in.':
    'Die Nachricht wurde gelöscht, bevor ich sie gelesen hatte, also ist nichts davon im Fall.',
  'If that was a mistake, post it again.': 'War das ein Versehen, noch einmal posten.',
  'A message was deleted, so I took out of case {0} what it had brought.':
    'Eine Nachricht wurde gelöscht, also habe ich aus Fall {0} genommen, was sie gebracht hatte.',
  'The case stands as shown below.': 'Der Fall steht, wie unten gezeigt.',
  'Nothing else was read in it so far.': 'Sonst wurde in ihm bisher nichts gelesen.',
  'I could not look for files, because Microsoft Graph does not give me this message ({0}).':
    'Ich konnte nicht nach Dateien sehen, weil Microsoft Graph mir diese Nachricht nicht gibt ({0}).',
  'Paste the output, or send the file in a chat with me.':
    'Die Ausgabe einfügen oder die Datei im Chat mit mir senden.',
  'Teams does not tell me which team this channel belongs to, so I see no files: an owner of the team adds Tunnel Triage to it (Manage team, Apps).':
    'Teams sagt mir nicht, zu welchem Team dieser Kanal gehört, also sehe ich keine Dateien: Ein Besitzer des Teams fügt Tunnel Triage hinzu (Team verwalten, Apps).',
  '{0} is not where the message says: it was moved or deleted.':
    '{0} ist nicht, wo die Nachricht sagt: Die Datei wurde verschoben oder gelöscht.',
  '{0} cannot be read from its link (Microsoft Graph answers {1}).':
    '{0} kann über den Link nicht gelesen werden (Microsoft Graph antwortet {1}).',
  'Attach the file itself, or paste its text.': 'Die Datei selbst anhängen oder den Text einfügen.',
  '{0} is a OneNote page, which is no text file.': '{0} ist eine OneNote-Seite, also keine Textdatei.',
  'Copy the output out of the page, and paste it here.': 'Die Ausgabe aus der Seite kopieren und hier einfügen.',
  '{0} is a folder.': '{0} ist ein Ordner.',
  'Attach the files themselves, or a zip of it.': 'Die Dateien selbst anhängen oder ein Zip davon.',
  '{0} may not be downloaded: a policy of its site forbids it.':
    '{0} darf nicht heruntergeladen werden: Eine Richtlinie der Website verbietet es.',
  'Paste its text.': 'Den Text einfügen.',
  '{0} changed while I read it, so I took nothing of it.':
    '{0} hat sich beim Lesen geändert, also habe ich nichts davon genommen.',
  'Wait until nothing writes to it, and post it again.':
    'Warten, bis nichts mehr hineinschreibt, und noch einmal posten.',
} as const satisfies Readonly<Record<string, string>>;
