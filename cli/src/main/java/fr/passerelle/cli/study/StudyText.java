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
import fr.passerelle.study.life.StudyKind;
import fr.passerelle.study.life.StudyRunner;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The studies of a series for people and for machines: what one froze, what it found, what to do. */
abstract class StudyText<Q extends Question> {

    final CommandContext context;
    final StudySeries<Q> series;

    StudyText(CommandContext context, StudySeries<Q> series) {
        this.context = context;
        this.series = series;
    }

    /** What computes and adopts them. */
    abstract StudyKind<Q> kind();

    /** Lines that list some, which are not none. */
    abstract List<String> list(List<Study<Q>> all, Map<Long, Run> bases);

    /** What machines are told first of one: how it is called, its state, its base. */
    abstract Map<String, @Nullable Object> head(Study<Q> study, Run base);

    /** What it answered, for machines; {@code shown} is false in a list, which tells no answer. */
    abstract @Nullable Object answer(Study<Q> study, boolean shown);

    /** What it answered, for people; nothing until it is computed. */
    abstract void printAnswer(Study<Q> study, PrintWriter out);

    /** Lines about its question. */
    abstract List<String> question(Study<Q> study, Run base);

    /** What may be done with it now. */
    abstract String whatToDo(Study<Q> study);

    final Studies studies() {
        return context.read(Studies.class);
    }

    final StudyRunner runner() {
        return context.partOnDatabase(StudyRunner.class);
    }

    /** @throws fr.passerelle.schemas.fault.RunRefused when none has this number */
    final Study<Q> get(long no) {
        return studies().get(series, no);
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
                + CommandFrench.reconstitution(base.demonstration()) + " : " + state(study.state())
                + (series.replaced() ? " ; il ne décide rien" : ""));
        out.println(CommandFrench.line(
                "préparé le",
                CommandFrench.moment(study.plannedAt()) + ", par " + study.account() + " : " + study.reason()));
        question(study, base).forEach(out::println);
        out.println(CommandFrench.line("manifeste", study.questionHash()));
        studies()
                .steps(study)
                .forEach(step -> out.println(CommandFrench.line(
                        "geste",
                        state(step.verb().state()) + " le " + CommandFrench.moment(step.doneAt()) + ", par "
                                + step.account())));
        out.println(CommandFrench.line("à faire", whatToDo(study)));
        printAnswer(study, out);
    }

    /** One for machines. */
    final Map<String, @Nullable Object> json(Study<Q> study, Run base, boolean shown) {
        Map<String, @Nullable Object> fields = head(study, base);
        fields.put("manifest", study.question());
        fields.put("manifestHash", study.questionHash());
        fields.put("reason", study.reason());
        fields.put("account", study.account());
        fields.put("plannedAt", study.plannedAt().toString());
        fields.put("computedAt", Objects.toString(study.computedAt(), null));
        fields.put("endedAt", Objects.toString(study.endedAt(), null));
        fields.put("steps", studies().steps(study).stream().map(this::step).toList());
        fields.put("computed", answer(study, shown));
        return fields;
    }

    private Map<String, String> step(Study.Step step) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "step",
                step.verb() == Study.Verb.ADOPT
                        ? series.words().step()
                        : step.verb().name());
        fields.put("account", step.account());
        fields.put("reason", step.reason());
        fields.put("manifestHash", step.questionHash());
        fields.put("doneAt", step.doneAt().toString());
        return fields;
    }

    /** A state for machines. */
    final String name(Study.State state) {
        return state == Study.State.ADOPTED ? series.words().step() + "ED" : state.name();
    }

    /** How far one has come. */
    final String state(Study.State state) {
        return switch (state) {
            case PLANNED -> "préparé";
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
