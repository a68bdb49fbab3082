package fr.passerelle.cli.study;

import fr.passerelle.cli.command.CommandContext;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.study.Question;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.StudySeries;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told of the studies of a series, to people and to machines. A kind words what is its own. */
abstract class StudyText<Q extends Question> {

    final StudySeries<Q> series;

    /** Given before anything is told. */
    @SuppressWarnings("NullAway.Init")
    CommandContext context;

    StudyText(StudySeries<Q> series) {
        this.series = series;
    }

    /** Lines that list some, which are not none. */
    abstract List<String> list(List<Study<Q>> all, Map<Long, Run> bases);

    /** One for machines; {@code shown} is false in a list, which tells no answer. */
    abstract Map<String, @Nullable Object> json(Study<Q> study, Run base, boolean shown);

    /** What it answered, for people; nothing until it is computed. */
    void printAnswer(Study<Q> study, PrintWriter out) {}

    abstract List<String> question(Study<Q> study, Run base);

    /** Lines about how it is computed. */
    List<String> progress(Study<Q> study, Run base) {
        return List.of();
    }

    /** What may be done with it now. */
    abstract String whatToDo(Study<Q> study, Run base);

    /** What else machines are told of a step. */
    void more(Study.Step step, Map<String, @Nullable Object> fields) {}

    /** How far one has come. */
    String state(Study<Q> study) {
        return state(study.state());
    }

    /** What a verb did with one. */
    String done(Study.Verb verb) {
        return state(verb.state());
    }

    final Studies studies() {
        return context.read(Studies.class);
    }

    /** Says that Kafka did not take what was recorded, where it did not. */
    final void pending(@Nullable String why, PrintWriter err) {
        if (why != null && series.log() != null) {
            err.println("L'enregistrement n'est pas encore sur son topic (" + why + "). La prochaine commande de "
                    + series.log().commands() + ", ou la prochaine nuit, le portera.");
        }
    }

    /** @param json whether a machine reads it */
    final void print(Study<Q> study, boolean json, PrintWriter out) {
        Run base = context.read(Runs.class).get(study.question().run());
        if (json) {
            out.println(RecordJson.write(json(study, base, true)));
            return;
        }
        String noun = series.words().noun();
        out.println(PlainText.capital(noun) + " " + study.id()
                + CommandFrench.reconstitution(base.demonstration()) + " : " + state(study)
                + (series.replaced() ? " ; il ne décide rien" : ""));
        out.println(CommandFrench.line(
                "préparé le",
                CommandFrench.moment(study.plannedAt()) + ", par " + study.account() + " : " + study.reason()));
        question(study, base).forEach(out::println);
        out.println(CommandFrench.line("manifeste", study.questionHash()));
        progress(study, base).forEach(out::println);
        studies()
                .steps(study)
                .forEach(step -> out.println(CommandFrench.line(
                        "geste",
                        done(step.verb()) + " le " + CommandFrench.moment(step.doneAt()) + ", par " + step.account()
                                + (step.run() == null ? "" : ", exécution " + Run.idOf(step.run())))));
        out.println(CommandFrench.line("à faire", whatToDo(study, base)));
        printAnswer(study, out);
    }

    /** What machines are told of one, after how it is called, its state and its base. */
    final Map<String, @Nullable Object> computed(
            Map<String, @Nullable Object> fields, Study<Q> study, @Nullable Object answer) {
        fields.put("manifest", study.question());
        fields.put("manifestHash", study.questionHash());
        fields.put("reason", study.reason());
        fields.put("account", study.account());
        fields.put("plannedAt", study.plannedAt().toString());
        fields.put("computedAt", Objects.toString(study.computedAt(), null));
        fields.put("endedAt", Objects.toString(study.endedAt(), null));
        fields.put("steps", steps(study));
        fields.put("computed", answer);
        return fields;
    }

    final List<Map<String, @Nullable Object>> steps(Study<Q> study) {
        return studies().steps(study).stream().map(this::step).toList();
    }

    private Map<String, @Nullable Object> step(Study.Step step) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(
                "step",
                step.verb() == Study.Verb.ADOPT
                        ? series.words().step()
                        : step.verb().name());
        fields.put("account", step.account());
        fields.put("reason", step.reason());
        fields.put("manifestHash", step.questionHash());
        more(step, fields);
        fields.put("doneAt", step.doneAt().toString());
        return fields;
    }

    /** A state for machines. */
    final String name(Study.State state) {
        return state == Study.State.ADOPTED ? series.words().step() + "ED" : state.name();
    }

    /** A state for people. */
    final String state(Study.State state) {
        return switch (state) {
            case PLANNED -> "préparé";
            case RUNNING -> "en cours, ou interrompu";
            case FAILED -> "arrêté";
            case COMPUTED -> "calculé";
            case ADOPTED -> series.words().stem() + "é";
            case REPLACED -> "remplacé";
            case DISCARDED -> "écarté";
        };
    }

    static String base(Run base) {
        return CommandFrench.line("part de", base.id() + ", barème " + base.baremeId() + ", situation " + base.asOf());
    }
}
