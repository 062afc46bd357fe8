/**
 * Words that Windows prints itself, lower case: where a host, a domain or a user is called like one of them, the word alone stays, since
 * the outputs could not be read without it. Gathered from English outputs of the commands that are read; it is long because they are many.
 */
const PRINTED = `
access account action active activestore activityid adapter additional address addresses administrator
administrators advertised advfirewall aes algorithm all allow always and anonymous answer any application applied
applyauthorization arbeitsgruppe are area association associations attempt aucun audit auditing auditpol auth
authenticated authentication authip authorities authority authorization authzcomputergrp authzusergrp
autoconfiguration autosize available back base based batch because bed been before behavior bios bluetooth boot
boottimerulecategory both browser build builtin bypass bytes cache card case categories category categoryinfo cdp
cert certcontext certificate certification certmapping certtype certutil chain chaincontext chainflags change
channel char check cipher claims clear client clients clienttocorp clienttodnsdc clienttoinfra clienttonlaexempt
close cmd code collected com command comment completed completely computer computercert computername computers
configuration configured conflict connect connected connection connectionsecurity connectivity consecrulecategory
containerlog context controllers cookie corp corporate corporateresources corporation correlation could created
creator credentials criteria crl cryptographic current daconnectionstatus dad data date def default
defaultexemptions deleted denied der des desconocido description desktop destination detailed determine deutsch
device dhcp dhcpv dhgroup diagnostics dialup diffie direct directaccess directaccessenabled direction directory
disabled disconnected disk displayname distribution dns dnsclientnrptpolicy dnssec documents dom domain
domainauthenticated domains downloads driver drivers duid duplicate during dwerrorstatus dwflags dwinfostatus dword
eap ecdsa edge edition education effective element elevation empty enable enabled encapsulationmode ended endpoint
englisch english enterprise enterpriseclient entries error esp established etc ethernet event eventdata eventid
eventing eventlogrecord eventproperty eventrecordid events everyone example exclude excludecaname exclusion exe
execution extended extension extensions failed failure failurepoint failurereason fall false family file filter
filtered filtering find firewall firewallrulecategory first flags following for forcedh forest format forwarding
free friendlyname from gast gateway genuineintel get global gpos gpresult group groups guest guests guid
harddiskvolume has hash hcce health healthcert healthy hellman hex hkey hklm host hotfix http https hybrid hyper
iaid identifying ike ikeext ikev impersonation inactive inboundsecurity inc inclusion inconclusive inconnu indicate
info information infrastructure initiator initiatorcookie input inside install installed integrity intel interactive
interface interfacealias interfaceindex interfacestatus interfacetypes internet interval intranet invalid ipc
ipconfig iphttps iphttpsinterface ipprotocol ipsec ipsecthroughnat ipsectunnelendpoints ipv isatap issue issuer
issuing items kbps kdc keine kerberos key keying keylifetime keymodname keywords krbtgt lan last lasterrorcode later
ldap lease let level leveldisplayname lifetime limit line link list llmnr local localaddress localaddressmask locale
localemprincipalname localendpoint localfirstid localhost localkeymodport localmmcerthash localmmissuingca
localmmprincipalname localmmrootca localport localsecondid localtunnelendpoint location lockout log logging logname
logoff logon machine machinename main mainmodesecmethods management mandatory manifest manufacturer mask match max
media member membership memory message messageid method microsoft min minutes mmauthmethod mmcipheralg mmfilterid
mmimpersonationstate mmintegrityalg mmlifetime mmsaid mode model modify module modules monitor more msft
multiprocessor name names nameservers namespace negotiation neighbordiscovery net netbios netfirewallprofile
netiphttpsstate netipsecmainmodesa netlogon netsh network networkcategory never nic ninguno nls nltest
noauthentication node non none noproxy not notafter notbefore note notraffic ntlm ntp null number objects obtained
occurred ocsp offer offline only opcode opcodedisplayname operating operation options organization original other
our out outboundsecurity output outputs outside over owner packet page pagefile pair parameters part passed paste
payload peer persists personal pfs physical ping pinging platform point policies policy policystore port powershell
pre preferred primary principal print private pro problem process processid processing processor product
professional profile profiles projects properties protocol provider providerid providername proxy pseudo public
qmfilterid qmlimit qualified qualifiers query queryipv querypolicy quick quickmodefilterid quickmodepfs
quickmodesecmethods reader reason received reconnect recordid refresh reg registered registry relatedactivityid
remote remoteaddress remoteaddressmask remoteendpoint remotefirstid remotekeymodport remotemmcerthash
remotemmissuingca remotemmrootca remoteport remoteprivateaddress remotesecondid remotetunnelendpoint replay reply
request requested requireinrequireout requirements requires resolution resolve resources responder respondercookie
result revocation role root routing rsa rsop rule rules run running saidletimemin sas schema schemas search
secmethods second seconds secret security selector self send sent serial server servers service services sess
setting settings sha share shared shares show signature site size slow smart smtp software source sourceaddress
special specific specified srv standalone standardcimv started state statefulftp statefulpptp states static
statistics status stealthrulecategory step stepping stopped storage store string strongcrlcheck subcategory subject
subnet substatus success successfully suffix sys system system32 systeminfo systemtime sysvol sz table tap target
task taskdisplayname tcpip tcptestsucceeded temp template templates teredo test tests the they this threadid
threshold thumbprint time timecreated timed timeserv tipo tool total trace tracing traffic trafficselectorid
transmits true trust trusted tunnel tunnelid tunneling tunnels type uint ultimate unacceptable unbekannt
unidentified united unknown unreachable unspecified untrusted url urlcache use used usedefault user userid userkerb
userntlm users utc utf valid value verified verify version view virtual vpn waiting was were wevtutil when whoami
wifi win windows winhttp wins wireless with wlan workgroup workplace workstation writable xml xmlns yes zone
`;

const WINDOWS_WORDS: ReadonlySet<string> = new Set(PRINTED.trim().split(/\s+/));

export const isWindowsWord = (word: string): boolean => WINDOWS_WORDS.has(word.toLowerCase());
