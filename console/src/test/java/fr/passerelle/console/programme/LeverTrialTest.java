package fr.passerelle.console.programme;

import static fr.passerelle.console.operation.OperationRunners.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.OperationRunner.OperatorProgram;
import fr.passerelle.console.operation.OperationRunners;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.programme.LeverTrial.LeverForm;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.event.Valeur;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes of the system stand for the operators' program. */
class LeverTrialTest {

    /** Keeps what it was given: the words, the file of credits, who may read its folder. */
    private static final String WITNESS = """
        echo "$@" > %1$s/words
        for word; do case $word in --credits=*) file=${word#--credits=};; esac; done
        cp $file %1$s/credits; stat -c %%a $(dirname $file) > %1$s/rights; dirname $file > %1$s/folder
        cat %1$s/answer
        """;

    private static final LeverForm LEVERS =
            LeverForm.of(ProgrammeExamples.CREDITS, ProgrammeExamples.envelope(), Map.of("valeur", "SCORE"));

    private final List<String> audited = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void asksForTheCreditsAndReadsTheAnswer() throws IOException {
        Files.writeString(folder.resolve("answer"), RecordJson.of(ProgrammeExamples.envelope()));

        LeverTrial.Started started = started(trials(WITNESS.formatted(folder)));

        assertThat(started.answer().join()).isEqualTo(ProgrammeExamples.envelope());
        assertThat(started.before()).isNull();
        assertThat(Files.readString(folder.resolve("words")))
                .contains("essai", "--valeur=SCORE", "--as-of=N-000001", "--json");
        assertThat(Files.readString(folder.resolve("credits")))
                .isEqualTo(LEVERS.credits().text());
        assertThat(Files.readString(folder.resolve("rights"))).isEqualToIgnoringNewLines("700");
        assertThat(Path.of(Files.readString(folder.resolve("folder")).strip())).doesNotExist();
        assertThat(audited).first().isEqualTo("c-1 TRIAL S-000001 STARTED");
    }

    @Test
    void saysWhyInTheWordsOfTheProgramAndNotHowFarItWas() {
        assertThat(refusal("echo 'Lecture de l’exécution…' >&2; echo 'En 2018, il manque 12 €.' >&2; exit 2")
                        .said(Messages.ofThePages()))
                .isEqualTo("En 2018, il manque 12 €.");
    }

    @Test
    void saysThatTheProgramSaidNothingOrNoAnswer() {
        assertThat(refusal("exit 1")).hasMessage("operation.refus.muet");
        assertThat(refusal("echo bonjour")).hasMessage("operation.refus.programme");
        assertThatThrownBy(() -> started(trials())).hasMessage("operation.refus.absent");
    }

    @Test
    void runsBesideOneAtATimeSaysHowFarItIsAndStops() {
        LeverTrial trials = trials("echo 'Recherche du meilleur choix…' >&2; exec sleep 30");
        LeverTrial.Started first = started(trials);

        assertThat(first.answer()).isNotDone();
        assertThatThrownBy(() -> started(trials)).hasMessage("programmation.refus.occupe");
        until(() -> first.stage().equals("Recherche du meilleur choix…"));
        trials.stop("1", "c-1");
        assertThat(refusal(first)).hasMessage("programmation.essai.arrete");

        LeverTrial.Started second = trials.start(LEVERS, "S-000001", "N-000002", "c-1");
        assertThat(second.before()).isEqualTo("N-000001");
        assertThat(trials.find("1")).isEmpty();
        assertThat(trials.find("2")).contains(second);
        trials.stop("2", "c-1");
    }

    private OperationRefused refusal(String script) {
        return refusal(started(trials(script)));
    }

    private static OperationRefused refusal(LeverTrial.Started started) {
        Throwable ended = Objects.requireNonNull(catchThrowable(started.answer()::join));
        return (OperationRefused) Objects.requireNonNull(ended.getCause());
    }

    private static LeverTrial.Started started(LeverTrial trials) {
        return trials.start(LEVERS, "S-000001", "N-000001", "c-1");
    }

    /** One that has said how far it is. */
    static LeverTrial.Started saying(String... stages) {
        String script =
                Stream.of(stages).map(stage -> "echo \"" + stage + "\" >&2; ").collect(Collectors.joining());
        LeverTrial.Started started = started(new LeverTrialTest().trials(script));
        until(() -> started.stage().equals(stages[stages.length - 1]));
        return started;
    }

    private LeverTrial trials(String script) {
        return trials("/bin/sh", "-c", script, "sh");
    }

    private LeverTrial trials(String... words) {
        OperatorProgram program = OperationRunners.program(words);
        return new LeverTrial(program, OperationRunners.of(program, audited::add));
    }

    private static final String HEADER = "nature;annee;ligne;montant;report;departement;minimum\n";

    @Test
    void asksForTheSameCreditsWhereNothingIsTyped() {
        assertThat(form(Map.of()).credits().text()).isEqualTo(ProgrammeExamples.CREDITS.text());
        assertThat(form(Map.of("valeur", "RIEN")).valeur()).isEqualTo(Valeur.HABITANTS);
    }

    @Test
    void takesEachLeverAsFrenchPeopleWriteIt() {
        LeverForm form = form(Map.of(
                "2018-ETUDE", "1\u00a0000,50 €",
                "part", "40 %",
                "ouvertures-02", "0",
                "ouvertures-80", "2",
                "besoin", "25",
                "valeur", "SCORE"));

        assertThat(form.credits().text())
                .isEqualTo(HEADER
                        + "CREDIT;2018;ETUDE;400.20;oui;;\nCREDIT;2018;FONCTIONNEMENT;24000.20;oui;;\n"
                        + "PROMIS_AILLEURS;2018;ETUDE;400.20;;;\nOUVERTURES_MINIMUM;;;;;80;2\n"
                        + "PART_BESOIN_ELEVE;;;;;;25\n");
        assertThat(form.valeur()).isEqualTo(Valeur.SCORE);
    }

    /** The program refuses credits of which more is promised elsewhere than is voted. */
    @Test
    void promisesNoMoreThanAShareLeavesOfTheVotes() {
        assertThat(form(Map.of("part", "5")).credits().text())
                .contains("CREDIT;2018;ETUDE;3000.00", "PROMIS_AILLEURS;2018;ETUDE;3000.00");
        assertThat(form(Map.of("part", "50")).credits().text())
                .contains("CREDIT;2018;ETUDE;30000.00", "PROMIS_AILLEURS;2018;ETUDE;10000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-ETUDE, -5, montant",
        "2018-ETUDE, '=1+1', montant",
        "2018-ETUDE, '1;2', montant",
        "2018-ETUDE, '', montant",
        "2018-ETUDE, 99999999999, montant",
        "part, 1000, pourcentage",
        "part, beaucoup, pourcentage",
        "besoin, 101, part des ouvertures",
        "besoin, '<b>', part des ouvertures",
        "ouvertures-80, 1.5, nombre d’ouvertures"
    })
    void saysWhatIsWrong(String field, String typed, String what) {
        assertThatThrownBy(() -> form(Map.of(field, typed)).credits())
                .isInstanceOfSatisfying(
                        OperationRefused.class,
                        refused ->
                                assertThat(refused.said(Messages.ofThePages())).contains(what, "«\u00a0"));
    }

    private static LeverForm form(Map<String, String> typed) {
        return LeverForm.of(ProgrammeExamples.CREDITS, ProgrammeExamples.envelope(), typed);
    }
}
