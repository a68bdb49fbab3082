package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.Passerelle.RootCommand;
import fr.passerelle.cli.night.RunsCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class UsageTest {

    @Test
    void explainsItselfInFrench() {
        CommandOutput help = CommandOutput.by("nightly", "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Usage :", "L'inventaire des salles, entier.");
    }

    @Test
    void buildsTheCommandThatIsAskedAloneAndAllToSayWhichThereAre() {
        assertThat(RootCommand.named("runs")).containsExactly(RunsCommand.class);
        assertThat(RootCommand.named("run")).hasSizeGreaterThan(20);
        assertThat(RootCommand.named(null)).hasSizeGreaterThan(20);
        assertThat(CommandOutput.by("--help").out()).contains("nightly", "dead-letters", "register");
        assertThat(CommandOutput.by("run").err()).contains("Mot inconnu : run (vouliez-vous dire « runs » ?).");
        assertThat(CommandOutput.by().err()).contains("Il manque une commande.");
    }

    @Test
    void namesTheMissingWords() {
        CommandOutput commandOutput = CommandOutput.by("nightly", "--rooms", "salles.csv");

        assertThat(commandOutput.code()).isEqualTo(2);
        assertThat(commandOutput.err()).contains("Il manque : --attendance.", "./passerelle nightly --help");
    }

    @Test
    void namesTheWordThatWasProbablyMeant() {
        assertThat(CommandOutput.by("nigthly").err())
                .contains("Mot inconnu : nigthly (vouliez-vous dire « nightly » ?).");
        assertThat(CommandOutput.by("dmeo").err()).contains("« demo »");
        assertThat(CommandOutput.by("runs", "--jsn").err()).contains("Mot inconnu : --jsn", "« --json »");
        assertThat(CommandOutput.by("replay", "difff").err()).contains("« diff »");
        assertThat(CommandOutput.by("export", "sales", "--format", "csv").err()).contains("« salles » ?");
        assertThat(CommandOutput.by("xyzzy").err())
                .contains("Mot inconnu : xyzzy.")
                .doesNotContain("vouliez");
    }

    @Test
    void tellsAWordOnceThatCannotBeWhatStandsThere() {
        assertThat(CommandOutput.by("export", "nimporte", "--format", "csv").err())
                .contains("« nimporte » n'est pas un jeu de données")
                .doesNotContain("Mot inconnu");
    }

    @Test
    void tellsAFileThatIsNotThereOnce() {
        assertThat(CommandOutput.by("check", "absent.csv").err())
                .contains("« absent.csv » n'existe pas")
                .doesNotContain("Il manque", "Mot inconnu");
    }

    @Test
    void saysWhatAnOptionLacksAndWhichGoWithNoOther() {
        assertThat(CommandOutput.by("explain", "DEMO-001", "--pdf").err()).contains("Il manque : la valeur de --pdf.");
        assertThat(CommandOutput.by("explain", "DEMO-001", "--html", "--json").err())
                .contains("Une seule de ces options à la fois : ", "--html", "--json");
        assertThat(CommandOutput.by("replay", "plann").err()).contains("Mot inconnu : plann", "« plan »");
        assertThat(CommandOutput.by("rejects", "--reason", "DATTE").err()).contains("« DATTE »", "« DATE »", "GRAIN");
    }

    @Test
    void tellsAllMistakesAtOnceBeforeAnythingStarts() {
        CommandOutput two = CommandOutput.by(
                "nightly",
                "--rooms",
                "absent.csv",
                "--attendance",
                "frequentation.csv",
                "--as-of",
                "2017-13",
                "--forse");

        assertThat(two.code()).isEqualTo(2);
        assertThat(two.err())
                .contains(
                        "« absent.csv » n'existe pas",
                        "« frequentation.csv » n'existe pas",
                        "« 2017-13 » n'est pas un mois",
                        "« --force »",
                        "Aide : « ./passerelle nightly --help »")
                .doesNotContain("\tat ");
    }

    /** What is piped or logged is kept by somebody: a name of a file may be that of a person. */
    @Test
    void namesNobodyWhoseFileIsMissing() {
        assertThat(CommandOutput.by("nightly", "--rooms", "Zénobie Quatrepoint.csv", "--attendance", "b")
                        .err())
                .contains("n'existe pas")
                .doesNotContain("Quatrepoint");
        assertThat(CommandOutput.by("rejects", "N-000001", "Zénobie", "Quatrepoint.csv")
                        .err())
                .contains("Mot inconnu")
                .doesNotContain("Quatrepoint", "Zénobie");
        assertThat(CommandOutput.by("check", "Zénobie Quatrepoint.csv").err()).contains("Quatrepoint");
    }

    @Test
    void breaksNoCommandThatHelpQuotes() {
        List<String> helps = helps(Passerelle.all()).toList();

        assertThat(helps).hasSizeGreaterThan(50);
        assertThat(helps.stream().flatMap(String::lines).filter(line -> line.matches(".*« ?\\.[^»]*")))
                .isEmpty();
    }

    private static Stream<String> helps(CommandLine line) {
        String[] words = Stream.concat(
                        Arrays.stream(line.getCommandSpec().qualifiedName().split(" "))
                                .skip(1),
                        Stream.of("--help"))
                .toArray(String[]::new);
        return Stream.concat(
                Stream.of(CommandOutput.by(words).out()),
                line.getSubcommands().values().stream().flatMap(UsageTest::helps));
    }

    @Test
    void refusesAMonthThatIsNone() {
        CommandOutput commandOutput =
                CommandOutput.by("nightly", "--rooms", "a", "--attendance", "b", "--as-of", "2017-13");

        assertThat(commandOutput.code()).isEqualTo(2);
        assertThat(commandOutput.err()).contains("« 2017-13 » n'est pas un mois AAAA-MM.");
    }

    @Test
    void refusesARunThatIsNone() {
        CommandOutput commandOutput = CommandOutput.by("restart", "demain");

        assertThat(commandOutput.code()).isEqualTo(2);
        assertThat(commandOutput.err()).contains("« demain » n'est pas une exécution");
    }

    @Test
    void explainsExportsAndNamesWhatThereIs() {
        assertThat(CommandOutput.by("export", "--help").out())
                .contains("JEU", "--format", "--run", "--public", "--output");
        assertThat(CommandOutput.by("export", "salles").err()).contains("Il manque : --format.");
        assertThat(CommandOutput.by("enveloppe", "plan").err()).contains("Il manque : --credits, --reason.");
        assertThat(CommandOutput.by("tournees", "plan").err())
                .contains("Il manque : --animateurs, --from, --weeks, --reason.");
        assertThat(CommandOutput.by("export", "--format", "csv").err()).contains("Il manque : JEU, ou --all.");
        assertThat(CommandOutput.by("export", "salles", "--all", "jeux").err())
                .contains("Avec --all, ne donnez ni « JEU »");
        assertThat(CommandOutput.by("export", "tout", "--format", "csv").err())
                .contains("« tout » n'est pas un jeu de données : salles");
        assertThat(CommandOutput.by("export", "salles", "--format", "pdf").err())
                .contains("« pdf » n'est pas un format : csv");
    }

    @Test
    void comparesOneScenarioWithTheOneThatIsAdopted() {
        assertThat(CommandOutput.by("enveloppe", "diff").err()).contains("Il manque : SCENARIO.");
        assertThat(CommandOutput.by("enveloppe", "diff", "S-000002").err()).doesNotContain("Il manque");
    }

    @Test
    void explainsReplaysAndNamesWhatIsMissing() {
        assertThat(CommandOutput.by("replay", "plan", "--help").out())
                .contains("--bareme", "--epci", "--room", "--as-of");
        assertThat(CommandOutput.by("replay").err()).contains("Il manque une commande : plan, run");
        assertThat(CommandOutput.by("replay", "plan", "--bareme", "2018-01").err())
                .contains("--reason");
        assertThat(CommandOutput.by("replay", "run", "hier").err()).contains("« hier » n'est pas un rejeu");
    }

    @Test
    void explainsRemindersAndWithdrawals() {
        assertThat(CommandOutput.by("relances", "--help").out()).contains("--csv", "une lettre par intercommunalité");
        assertThat(CommandOutput.by("withdraw", "--help").out()).contains("EMPREINTE", "--reason");
        assertThat(CommandOutput.by("files", "--help").out()).contains("--json");
    }

    @Test
    void refusesAWithdrawalWithoutAReason() {
        CommandOutput commandOutput = CommandOutput.by("withdraw", "0123456789ab", "--reason", "  ");

        assertThat(commandOutput.code()).isEqualTo(2);
        assertThat(commandOutput.err()).contains("--reason").doesNotContain("\tat ");
    }

    @Test
    void explainsDocumentsAndWritesOverNone(@TempDir Path folder) throws IOException {
        Path there = Files.createFile(folder.resolve("projet.odt"));

        assertThat(CommandOutput.by("explain", "--help").out()).contains("--odt", "--pdf", "--force");
        assertThat(CommandOutput.by("explain", "X", "--odt", "a", "--pdf", "b").code())
                .isEqualTo(2);
        assertThat(CommandOutput.by("acte").err()).contains("Il manque une commande : deliberation, convention.");
        assertThat(CommandOutput.by("acte", "deliberation", "--help").out()).contains("EPCI", "--odt");
        assertThat(CommandOutput.by("acte", "convention", "X", "--odt", there.toString())
                        .err())
                .contains("il existe déjà");
    }

    @Test
    void explainsDecisions() {
        assertThat(CommandOutput.by("decide", "--help").out())
                .contains("SALLE|EPCI", "notified (notifiée), accepted", "--act", "--date", "--why", "--organ", "--by");
        assertThat(CommandOutput.by("decisions", "--help").out()).contains("[EPCI]", "--json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CAS-*         | notified | 2017-12-15 | Essai                      | « CAS-* » ne désigne pas une seule salle
        CAS-1,CAS-2   | accepted | 2017-12-15 | Essai                      | « CAS-1,CAS-2 » ne désigne pas une seule salle
        'CAS-1 CAS-2' | accepted | 2017-12-15 | Essai                      | « CAS-1 CAS-2 » ne désigne pas une seule salle
        240200519     | votee    | 2017-12-15 | Essai                      | « votee » n'est pas une nature de décision
        240200519     | notified | 2017-02-29 | Essai                      | « 2017-02-29 » n'est pas un jour AAAA-MM-JJ
        240200519     | notified | 15/12/2017 | Essai                      | « 15/12/2017 » n'est pas un jour AAAA-MM-JJ
        240200519     | notified | 2017-12-15 | ' '                        | Le motif est vide
        240200519     | notified | 2017-12-15 | Appeler le 03 23 45 67 89  | Le motif semble désigner une personne
        240200519     | notified | 2017-12-15 | maire@exemple.fr           | Le motif semble désigner une personne
        240200519     | notified | 2017-12-15 | Mme Durand a demandé       | Le motif semble désigner une personne
        """)
    void refusesADecisionThatCannotBeOne(String about, String nature, String date, String motive, String why) {
        CommandOutput commandOutput =
                CommandOutput.by("decide", about, nature, "--act", "CP-1", "--date", date, "--why", motive);

        assertThat(commandOutput.code()).isEqualTo(2);
        assertThat(commandOutput.err()).contains(why).doesNotContain("\tat ", "03 23", "exemple", "Durand");
        assertThat(commandOutput.out()).isEmpty();
    }

    @Test
    void namesWhatADecisionLacks() {
        CommandOutput commandOutput = CommandOutput.by("decide", "240200519", "notified");

        assertThat(commandOutput.code()).isEqualTo(2);
        assertThat(commandOutput.err()).contains("Il manque : --act, --date, --why.");
    }

    @Test
    void explainsWhatBecomesOfAReplay() {
        assertThat(CommandOutput.by("replay", "diff", "--help").out())
                .contains("REJEU", "--csv", "--html", "--json", "--force");
        assertThat(CommandOutput.by("replay", "put-in-force", "--help").out()).contains("REJEU", "--reason", "--by");
        assertThat(CommandOutput.by("replay", "rollback", "--help").out()).contains("REJEU", "--reason", "--by");
    }

    @Test
    void refusesToPutInForceWithoutAReasonOrForAPerson() {
        assertThat(CommandOutput.by("replay", "put-in-force", "R-000001").err()).contains("Il manque : --reason.");
        assertThat(CommandOutput.by("replay", "rollback", "demain", "--reason", "Essai")
                        .err())
                .contains("« demain » n'est pas un rejeu");
        CommandOutput named =
                CommandOutput.by("replay", "put-in-force", "R-000001", "--reason", "Essai", "--by", "jean-dupont");
        assertThat(named.code()).isEqualTo(2);
        assertThat(named.err()).contains("Le compte doit être opaque").doesNotContain("dupont");
    }

    @Test
    void decidesOnOneSubjectACall() {
        CommandOutput commandOutput = CommandOutput.by(
                "decide", "CAS-1", "accepted", "CAS-2", "--act", "1", "--date", "2017-12-15", "--why", "Essai");

        assertThat(commandOutput.code()).isEqualTo(2);
        assertThat(commandOutput.err()).contains("Mot inconnu : CAS-2.");
    }

    @Test
    void saysWithinSecondsThatNoServerIsThereAndWhatToStart() {
        Instant begun = Instant.now();

        CommandOutput commandOutput =
                CommandOutput.by("runs", "--passerelle.postgres.url=jdbc:postgresql://127.0.0.1:9/passerelle");

        assertThat(commandOutput.code()).isEqualTo(1);
        assertThat(commandOutput.err())
                .contains("La base PostgreSQL ne répond pas", "./passerelle up")
                .doesNotContain("\tat ");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
}
