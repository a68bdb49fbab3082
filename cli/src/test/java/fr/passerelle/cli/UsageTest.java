package fr.passerelle.cli;

import static fr.passerelle.cli.CommandOutput.by;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.Passerelle.RootCommand;
import fr.passerelle.cli.command.FrenchFailure;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.night.RunsCommand;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a command line that cannot be run is told, what explains itself, and what bash completes. */
class UsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        nightly               > Usage : § L'inventaire des salles, entier.
        export                > JEU § --format § --run § --public § --output
        explain               > --odt § --pdf § --force
        acte deliberation     > EPCI § --odt
        relances              > --csv § une lettre par intercommunalité
        withdraw              > EMPREINTE § --reason
        files                 > --json
        decide                > SALLE|EPCI § notified (notifiée), accepted § --act § --date § --why § --organ § --by
        decisions             > [EPCI] § --json
        replay plan           > --bareme § --epci § --room § --as-of
        replay diff           > REJEU § --csv § --html § --json § --force
        replay put-in-force   > REJEU § --reason § --by
        replay rollback       > REJEU § --reason § --by
        """)
    void explainsItselfInFrench(String command, String said) {
        by((command + " --help").split(" ")).succeeded(parts(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        nightly --rooms salles.csv            > Il manque : --attendance. § ./passerelle nightly --help
        nightly --rooms pom.xml --attendance pom.xml --as-of 2017-13 > « 2017-13 » n'est pas un mois AAAA-MM.
        explain DEMO-001 --pdf                > Il manque : la valeur de --pdf.
        export salles                         > Il manque : --format.
        export --format csv                   > Il manque : JEU, ou --all.
        enveloppe plan                        > Il manque : --credits, --reason.
        enveloppe diff                        > Il manque : SCENARIO.
        tournees explain T-000001             > Il manque : LIEU.
        tournees plan                         > Il manque : --animateurs, --from, --weeks, --reason.
        decide 240200519 notified             > Il manque : --act, --date, --why.
        acte                                  > Il manque une commande : deliberation, convention.
        replay                                > Il manque une commande : plan, run
        replay plan --bareme 2018-01          > --reason
        replay put-in-force R-000001          > Il manque : --reason.
        withdraw 0123456789ab --reason _      > --reason
        run                                   > Mot inconnu : run (vouliez-vous dire « runs » ?).
        nigthly                               > Mot inconnu : nigthly (vouliez-vous dire « nightly » ?).
        dmeo                                  > « demo »
        runs --jsn                            > Mot inconnu : --jsn § « --json »
        replay difff                          > « diff »
        replay plann                          > Mot inconnu : plann § « plan »
        export sales --format csv             > « salles » ?
        export salles --all jeux              > Avec --all, ne donnez ni « JEU »
        export tout --format csv              > « tout » n'est pas un jeu de données : salles
        list tout                             > « tout » n'est pas un jeu de données qui se parcourt : salles
        list frequentation                    > « frequentation » n'est pas un jeu de données qui se parcourt : salles
        list lieux                            > « lieux » n'est pas un jeu de données qui se parcourt : salles
        list salle                            > (vouliez-vous dire « salles » ?)
        list etapes --contains …              > --contains § ni lettre ni chiffre
        list etapes --contains _              > --contains § ni lettre ni chiffre
        export salles --format pdf            > « pdf » n'est pas un format : csv
        explain DEMO-001 --html --json        > Une seule de ces options à la fois :  § --html § --json
        rejects --reason DATTE                > « DATTE » § « DATE » § GRAIN
        restart demain                        > « demain » n'est pas une exécution
        replay run hier                       > « hier » n'est pas un rejeu
        replay rollback demain --reason Essai > « demain » n'est pas un rejeu
        decide CAS-1 accepted CAS-2 --act 1 --date 2017-12-15 --why Essai > Mot inconnu : CAS-2.
        """)
    void namesWhatIsMissingUnknownOrOneTooMany(String words, String said) {
        String[] typed =
                Stream.of(words.split(" ")).map(word -> word.replace('_', ' ')).toArray(String[]::new);

        by(typed).failed(2, parts(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        enveloppe adopt              > Il manque : SCENARIO, --reason.
        tournees publish             > Il manque : CALENDRIER, --reason.
        replay rollback              > Il manque : REJEU, --reason.
        """)
    void tellsOnceAllThatIsMissing(String words, String said) {
        assertThat(by(words.split(" ")).failed(2).err().lines())
                .containsExactly(said, "Aide : « ./passerelle " + words + " --help ».");
    }

    @Test
    void tellsAWordThatIsRefusedAsThatAloneAndNotAsMissing() {
        assertThat(by("replay", "rollback", "demain").failed(2).err().lines())
                .hasSize(3)
                .contains("Il manque : --reason.");
    }

    private static String[] parts(String said) {
        return said.split(" § ");
    }

    @Test
    void buildsTheCommandThatIsAskedAloneAndAllToSayWhichThereAre() {
        assertThat(RootCommand.named("runs")).containsExactly(RunsCommand.class);
        assertThat(RootCommand.named("run")).hasSizeGreaterThan(20);
        assertThat(RootCommand.named(null)).hasSizeGreaterThan(20);
        assertThat(by("--help").out()).contains("nightly", "dead-letters", "register");
        assertThat(by().err()).contains("Il manque une commande.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        xyzzy                        > Mot inconnu : xyzzy.                      > vouliez
        export nimporte --format csv > « nimporte » n'est pas un jeu de données  > Mot inconnu
        check absent.csv             > « absent.csv » n'existe pas               > Il manque § Mot inconnu
        """)
    void tellsAMistakeOnceAndGuessesNoWordThatIsNotNear(String words, String said, String not) {
        assertThat(by(words.split(" ")).err()).contains(said).doesNotContain(parts(not));
    }

    @Test
    void tellsAllMistakesAtOnceBeforeAnythingStarts() {
        by("nightly --rooms absent.csv --attendance frequentation.csv --as-of 2017-13 --forse".split(" "))
                .failed(
                        2,
                        "« absent.csv » n'existe pas",
                        "« frequentation.csv » n'existe pas",
                        "« 2017-13 » n'est pas un mois AAAA-MM.",
                        "« --force »",
                        "Aide : « ./passerelle nightly --help »");
    }

    /** What is piped or logged is kept by somebody: a name of a file may be that of a person. */
    @Test
    void namesNobodyWhoseFileIsMissing() {
        assertThat(by("nightly", "--rooms", "Zénobie Quatrepoint.csv", "--attendance", "b")
                        .err())
                .contains("n'existe pas")
                .doesNotContain("Quatrepoint");
        assertThat(by("rejects", "N-000001", "Zénobie", "Quatrepoint.csv").err())
                .contains("Mot inconnu")
                .doesNotContain("Quatrepoint", "Zénobie");
        assertThat(by("check", "Zénobie Quatrepoint.csv").err()).contains("Quatrepoint");
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
                Stream.of(by(words).out()),
                line.getSubcommands().values().stream().flatMap(UsageTest::helps));
    }

    @Test
    void comparesOneScenarioWithTheOneThatIsAdopted() {
        assertThat(by("enveloppe", "diff", "S-000002").err()).doesNotContain("Il manque");
    }

    @Test
    void writesOneDocumentAndOverNone(@TempDir Path folder) throws IOException {
        Path there = Files.createFile(folder.resolve("projet.odt"));

        assertThat(by("explain", "X", "--odt", "a", "--pdf", "b").code()).isEqualTo(2);
        assertThat(by("acte", "convention", "X", "--odt", there.toString()).err())
                .contains("il existe déjà");
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
        CommandOutput commandOutput = by("decide", about, nature, "--act", "CP-1", "--date", date, "--why", motive);

        assertThat(commandOutput.failed(2, why).err()).doesNotContain("03 23", "exemple", "Durand");
        assertThat(commandOutput.out()).isEmpty();
    }

    @Test
    void refusesToPutInForceForAPerson() {
        CommandOutput named = by("replay", "put-in-force", "R-000001", "--reason", "Essai", "--by", "jean-dupont");
        assertThat(named.failed(2, "Le compte doit être opaque").err()).doesNotContain("dupont");
    }

    @Test
    void saysWithinSecondsThatNoServerIsThereAndWhatToStart() {
        Instant begun = Instant.now();

        by("runs", "--passerelle.postgres.url=jdbc:postgresql://127.0.0.1:9/passerelle")
                .failed(1, "La base PostgreSQL ne répond pas", "./passerelle up");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    private final StringWriter err = new StringWriter();
    private final CommandLine line = new CommandLine(RootCommand.class)
            .setErr(new PrintWriter(err, true))
            .setUnmatchedArgumentsAllowed(true);

    /** As when a replay is discarded while events still holds it, outside any job. */
    @Test
    void saysWhatARunCouldNotDoWhereverItWasThrown() {
        Exception failure = new IllegalStateException(new OutsideFault("Arrêtez events, puis recommencez."));

        assertThat(handled(failure)).isEqualTo(OperatorCommand.FAILED);
        assertThat(err).hasToString("Arrêtez events, puis recommencez." + System.lineSeparator());
    }

    /** A number that nothing has is a slip of the hand, not a failure: whoever scripts it has to tell them apart. */
    @Test
    void tellsWrongUseFromAStateThatDoesNotAllowIt() {
        assertThat(handled(RunRefused.wrongUse("Aucune exécution ne porte le numéro 9.")))
                .isEqualTo(OperatorCommand.WRONG_USE);
        assertThat(handled(new RunRefused("Une exécution est en cours."))).isEqualTo(OperatorCommand.FAILED);
    }

    @Test
    void namesOnlyTheKindOfWhatNobodyForesaw() {
        assertThat(handled(new IllegalStateException("Jeanne Planquette"))).isEqualTo(OperatorCommand.FAILED);
        assertThat(err.toString())
                .contains("Erreur inattendue : IllegalStateException.")
                .doesNotContain("Planquette");
    }

    /** Of the names of files, those that were typed, and only on a terminal: elsewhere what is told may be kept. */
    @Test
    void tellsTheNameOfAFileBackOnTheTerminalWhereItWasTyped() {
        UnusableFile refusal = new UnusableFile("Le fichier « " + Quote.of("relevé Planquette.csv") + " » et « "
                + Quote.of("autre Planquette.csv") + " » sont vides.");
        System.setProperty("passerelle.terminal", "true");
        try {
            handled(refusal, "check", "dossier/relevé Planquette.csv");
        } finally {
            System.clearProperty("passerelle.terminal");
        }
        assertThat(err.toString()).contains("« relevé Planquette.csv »").doesNotContain("autre Planquette");

        err.getBuffer().setLength(0);
        handled(refusal, "check", "dossier/relevé Planquette.csv");

        assertThat(err.toString()).doesNotContain("Planquette");
    }

    private int handled(Exception failure, String... typed) {
        return new FrenchFailure().handleExecutionException(failure, line, line.parseArgs(typed));
    }

    /** What bash completes, as the script says that is written once. */
    @Nested
    class Completion {

        @TempDir
        private Path folder;

        private Path script;

        @BeforeEach
        void write() throws IOException {
            script = Files.writeString(
                    folder.resolve("completion"), by("completion").out());
        }

        @Test
        void completesCommandsOptionsAndTheValuesThatOneTakes() {
            assertThat(completed("ni")).isEqualTo("nightly");
            assertThat(completed("stat")).isEqualTo("status");
            assertThat(completed("replay put")).isEqualTo("put-in-force");
            assertThat(completed("export --pub")).isEqualTo("--public");
            assertThat(completed("--h")).isEqualTo("--help");
            assertThat(completed("mapping init --sh")).isEqualTo("--sheet");
            assertThat(completed("export sal")).isEqualTo("salles");
            assertThat(completed("export salles --format geo")).isEqualTo("geojson");
            assertThat(completed("check --table inter")).isEqualTo("intercommunalites");
            assertThat(completed("decide 240200519 acc")).isEqualTo("accepted");
        }

        @Test
        void leavesFilesToBashWhereNoWordFits() {
            assertThat(completed("bareme check f")).isEmpty();
            assertThat(bash("complete -p passerelle")).contains("-o default");
        }

        private String completed(String words) {
            return bash(
                    "COMP_WORDS=(passerelle %s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_passerelle 2> /dev/null; echo \"${COMPREPLY[*]}\""
                            .formatted(words));
        }

        private String bash(String line) {
            return ChildProcesses.run(List.of("bash", "-c", "source '" + script + "'; " + line))
                    .output()
                    .strip();
        }
    }
}
