package fr.passerelle.console.operation;

import static fr.passerelle.console.operation.OperationRunners.program;
import static fr.passerelle.console.operation.OperationRunners.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.Operation.Lane;
import fr.passerelle.console.operation.OperationRunner.OperatorProgram;
import fr.passerelle.console.operation.OutputPage.OperationView;
import fr.passerelle.console.operation.StartedOperation.OperationOutcome;
import fr.passerelle.console.operation.StartedOperation.ProgramOutput;
import fr.passerelle.console.page.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What forms ask for, and the operations that they start: real processes of the system stand for the operators' program. */
class OperationRunnerTest {

    private static final String WHERE_IT_WRITES = "readlink /proc/$$/fd/1";

    private final List<String> audited = new CopyOnWriteArrayList<>();

    @Test
    void handsEachWordOverAsItIs() {
        StartedOperation started = desk("/usr/bin/printf", "%s\\n")
                .start(abandon("--reason=$(id); `id` | \"deux mots\" 'é'"), "c-1", "essai", null);

        assertThat(ended(started)).isEqualTo(OperationOutcome.DONE);
        assertThat(started.lines()).containsExactly("abandon", "N-000001", "--reason=$(id); `id` | \"deux mots\" 'é'");
    }

    @Test
    void writesDownWhoAskedWhatAndHowItEnded() {
        desk("/bin/sh", "-c", "exit 2").start(abandon("--reason=essai"), "c-1", "essai", null);
        until(() -> audited.size() > 1);

        assertThat(audited).containsExactly("c-1 ABANDON N-000001 STARTED essai", "c-1 ABANDON N-000001 REFUSED essai");
    }

    @Test
    void runsOneOperationAtATimeAndDecisionsBeside() {
        OperationRunner desk = desk("/bin/sh", "-c", "sleep 30");
        StartedOperation first = desk.start(abandon("--reason=essai"), "c-1", "essai", null);

        assertThatThrownBy(() -> desk.start(abandon("--reason=encore"), "c-2", "encore", null))
                .hasMessage("operation.refus.occupe");
        StartedOperation decision =
                desk.start(new Operation(Action.DECIDE, "200070993", List.of("decide")), "c-2", "beside", null);

        assertThat(first.outcome()).isEqualTo(OperationOutcome.STARTED);
        assertThat(audited).contains("c-2 ABANDON N-000001 REFUSED encore");
        desk.stop(Lane.OPERATIONS, "c-1", "fin");
        desk.stop(Lane.DECISIONS, "c-1", "fin");
        assertThat(ended(first)).isEqualTo(OperationOutcome.INTERRUPTED);
        assertThat(ended(decision)).isEqualTo(OperationOutcome.INTERRUPTED);
    }

    /** A third program beside two of a gigabyte each would end all of them. */
    @Test
    void startsTheThirdProgramWhenOneOfTwoEnded(@TempDir Path folder) throws Exception {
        OperatorProgram program = program("/bin/sh", "-c", "echo ici; exec sleep 30");
        OperationRunner desk = desk(program);
        Process trial = program.start(List.of(), Files.createFile(folder.resolve("essai")), null)
                .join();
        desk.start(abandon("--reason=essai"), "c-1", "essai", null);

        StartedOperation third =
                desk.start(new Operation(Action.DECIDE, "200070993", List.of("decide")), "c-2", "beside", null);

        assertThat(third.outcome()).isEqualTo(OperationOutcome.STARTED);
        assertThat(third.lines()).singleElement().asString().startsWith("En attente");
        assertThat(program.isFull()).isTrue();
        trial.destroy();
        until(() -> third.lines().size() > 1);
        assertThat(third.lines()).last().isEqualTo("ici");
        desk.stop(Lane.DECISIONS, "c-1", "fin");
        desk.stop(Lane.OPERATIONS, "c-1", "fin");
        assertThat(ended(third)).isEqualTo(OperationOutcome.INTERRUPTED);
    }

    @Test
    void neverStartsWhatIsStoppedBeforeItsTurn(@TempDir Path folder) throws Exception {
        OperatorProgram program = program("/bin/sh", "-c", "echo ici; exec sleep 30");
        OperationRunner desk = desk(program);
        for (int i = 0; i < OperatorProgram.AT_ONCE; i++) {
            program.start(List.of(), Files.createFile(folder.resolve("essai" + i)), null);
        }
        StartedOperation waiting = desk.start(abandon("--reason=essai"), "c-1", "essai", null);

        desk.stop(Lane.OPERATIONS, "c-1", "fin");

        assertThat(ended(waiting)).isEqualTo(OperationOutcome.INTERRUPTED);
        assertThat(waiting.lines()).singleElement().asString().startsWith("En attente");
    }

    @Test
    void leavesNoFileOfAnOperationThatEnded() {
        StartedOperation started =
                desk("/bin/sh", "-c", WHERE_IT_WRITES).start(abandon("--reason=essai"), "c-1", "essai", null);

        ended(started);

        Path file = written(started);
        until(() -> Files.notExists(file));
        assertThat(file).doesNotExist();
        assertThat(started.lines()).containsExactly(file.toString());
    }

    @Test
    void leavesNoFileWhereItEndsBeforeTheOperation() {
        OperationRunner desk = desk("/bin/sh", "-c", WHERE_IT_WRITES + "; sleep 30");
        StartedOperation started = desk.start(abandon("--reason=essai"), "c-1", "essai", null);
        until(() -> !written(started).toString().isEmpty());

        desk.close();

        assertThat(written(started)).isAbsolute().doesNotExist();
        assertThat(started.outcome()).isEqualTo(OperationOutcome.STARTED);
        desk.stop(Lane.OPERATIONS, "c-1", "fin");
    }

    @Test
    void refusesWhereThereIsNoProgram() {
        assertThatThrownBy(() -> desk().start(abandon("--reason=essai"), "c-1", "essai", null))
                .hasMessage("operation.refus.absent");
        assertThatThrownBy(() -> desk("/nulle/part").start(abandon("--reason=essai"), "c-1", "essai", null))
                .hasMessage("operation.refus.programme");
    }

    @Test
    void tellsExitCodesApart() {
        assertThat(List.of(0, 1, 2, 3, 143).stream().map(OperationOutcome::of))
                .containsExactly(
                        OperationOutcome.DONE,
                        OperationOutcome.FAILED,
                        OperationOutcome.REFUSED,
                        OperationOutcome.DONE_WITH_REJECTS,
                        OperationOutcome.INTERRUPTED);
    }

    private static Operation abandon(String reason) {
        return new Operation(Action.ABANDON, "N-000001", List.of("abandon", "N-000001", reason));
    }

    private static OperationOutcome ended(StartedOperation started) {
        until(() -> started.endedAt() != null);
        return started.outcome();
    }

    private static Path written(StartedOperation started) {
        return Path.of(started.lines().getFirst());
    }

    private OperationRunner desk(String... program) {
        return desk(program(program));
    }

    private OperationRunner desk(OperatorProgram program) {
        return OperationRunners.of(program, audited::add);
    }

    @Test
    void showsTheCommandAsAShellWouldTakeIt() {
        Operation abandon = new Operation(
                Action.ABANDON, "N-000002", List.of("abandon", "N-000002", "--reason=l'envoi est $(faux)"));

        assertThat(abandon.typed()).isEqualTo("./passerelle abandon N-000002 '--reason=l'\\''envoi est $(faux)'");
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void leavesStackTracesOut() throws IOException {
        assertThat(linesOf("""
            Fréquentation… fait
            java.lang.IllegalStateException: secret
            \tat fr.passerelle.batch.nightly.Nightly.start(Nightly.java:12) ~[app.jar:1.0]
            \tat java.base/java.lang.Thread.run(Thread.java:1474) ~[na:na]
            \t... 12 common frames omitted
            Caused by: java.sql.SQLException: refusé
            \t... 3 more
            L'exécution N-000002 s'est arrêtée. Le registre ne répond pas.
            """))
                .containsExactly(
                        "Fréquentation… fait", "L'exécution N-000002 s'est arrêtée. Le registre ne répond pas.");
    }

    @Test
    void leavesOutWhatATerminalWouldObeyAndKeepsTheEndOfALongOutput() throws IOException {
        assertThat(linesOf("\u001b[31mrouge\u001b[0m\u0007 et\ttabulé\n")).containsExactly("rouge et\ttabulé");
        assertThat(linesOf("ligne\n".repeat(100_000) + "fin\n")).hasSize(400).endsWith("fin");
    }

    @Test
    void keepsItsEndWithoutItsFile() throws IOException {
        Path file = Files.writeString(directory.resolve("sortie.log"), "une\ndeux\n");
        ProgramOutput output = new ProgramOutput(file);

        output.end();
        output.end();

        assertThat(file).doesNotExist();
        assertThat(output.lines()).containsExactly("une", "deux");
    }

    private List<String> linesOf(String text) throws IOException {
        return new ProgramOutput(Files.writeString(directory.resolve("sortie.log"), text)).lines();
    }

    /** Of the part that is swapped every two seconds the keyboard goes back only to what has an identifier. */
    @Test
    void keepsTheKeyboardWhereItIsAndBringsTheScriptThatKeepsThePlaceInTheText() throws Exception {
        assertThat(part(true))
                .containsSubsequence("<pre class=\"journal\" id=\"journal\"", "id=\"actualiser\"", "id=\"arreter\"")
                .doesNotContain("id=\"suite\"");
        assertThat(part(false)).contains("id=\"journal\"", "id=\"suite\"");
        assertThat(shown("operation/sortie", true)).contains("/js/journal.js");
    }

    private static String part(boolean running) throws Exception {
        return shown("operation/sortie :: sortie", running);
    }

    private static String shown(String view, boolean running) throws Exception {
        StartedOperation started = mock(StartedOperation.class);
        when(started.operation()).thenReturn(new Operation(Action.RESTART, "N-000001", List.of()));
        when(started.lines()).thenReturn(List.of("ligne"));
        OperationView operationView = new OperationView(
                started, running ? OperationOutcome.STARTED : OperationOutcome.DONE, null, started.lines());
        return Templates.show(
                view, "OPERATEUR", Map.of("page", new OutputPage.OperationOutput("courante", operationView)));
    }

    @Test
    void makesSpacesSingle() {
        assertThat(FormArguments.motive(" barème\u00a0 voté\n en juin\u0000 ")).isEqualTo("barème voté en juin");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n\t", "\u0000\u0007"})
    void refusesWhatSaysNothing(String empty) {
        assertThatThrownBy(() -> FormArguments.motive(empty))
                .isInstanceOf(OperationRefused.class)
                .hasMessage("operation.refus.vide");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(FormArguments.motive("a".repeat(1_000))).hasSize(1_000);
        assertThatThrownBy(() -> FormArguments.motive("a".repeat(1_001))).hasMessage("operation.refus.long");
        assertThatThrownBy(() -> FormArguments.text("operation.champ.motif", "a".repeat(121)))
                .hasMessage("operation.refus.long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demandé par jeanne.martin@exemple.fr", "rappeler le 03 22 00 00 00", "selon Mme Martin",
                "1 84 02 80 021 123 44", "184028002112344", "1.84.02.80.021.123.44",
                "rappeler le 0033 3 22 00 00 00", "rappeler le 03_22_00_00_00", "selon le Dr Martin",
                "né le 12/03/1956", "FR76 3000 6000 0112 3456 7890 189"
            })
    void refusesWhatSeemsToNameAPerson(String person) {
        assertThatThrownBy(() -> FormArguments.motive(person)).hasMessage("operation.refus.personne");
    }

    @Test
    void readsADayAndAMonth() {
        assertThat(FormArguments.day("2017-06-02")).isEqualTo(LocalDate.of(2017, 6, 2));
        assertThat(FormArguments.month("2017-06")).isEqualTo("2017-06");
        assertThatThrownBy(() -> FormArguments.day("2017-02-30")).hasMessage("operation.refus.jour");
        assertThatThrownBy(() -> FormArguments.month("--force")).hasMessage("operation.refus.mois");
    }
}
