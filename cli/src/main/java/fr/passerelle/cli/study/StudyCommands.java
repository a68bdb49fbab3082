package fr.passerelle.cli.study;

import fr.passerelle.cli.command.Arguments.ItemNumber;
import fr.passerelle.cli.command.Arguments.OptionalMotive;
import fr.passerelle.cli.command.Arguments.RequiredMotive;
import fr.passerelle.cli.command.CommandContext;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.OperatorCommand.Finding;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.published.decision.KeptText.StepMotive;
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
import fr.passerelle.study.life.StudyRunner.Outcome;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;

/** The studies of a series at the command line: the verbs that all have. A kind says what is its own, and words it in French. */
public abstract class StudyCommands<Q extends Question> {

    final StudySeries<Q> series;

    /** Given before anything is told. */
    @SuppressWarnings("NullAway.Init")
    CommandContext context;

    private final @Nullable Class<? extends StudyKind<Q>> kind;

    /** @param kind computes and adopts them; null for those that do it in their own way */
    StudyCommands(StudySeries<Q> series, @Nullable Class<? extends StudyKind<Q>> kind) {
        this.series = series;
        this.kind = kind;
    }

    /** The line of a command, under which stand those of the kind of study that it is of. */
    public static CommandLine whole(CommandLine line, CommandContext context) {
        if (line.getCommand() instanceof StudyCommands<?> group) {
            group.context = context;
            group.verbs().forEach(line::addSubcommand);
        }
        return line;
    }

    abstract List<CommandLine> verbs();

    /** A verb, by its name and as it is described. */
    final CommandLine verb(String name, String description, OperatorCommand command) {
        return command.named(context, name, description);
    }

    /** The verb for computing one that is computed once. */
    final CommandLine run() {
        String description =
                "Calcule un " + series.words().noun() + " tel qu'il a été préparé ; refuse si ce qu'il a figé"
                        + " a changé. Une fois calculé, il ne l'est plus.";
        return verb("run", description, new Compute());
    }

    /** The verb for discarding one whose answer stays. */
    final CommandLine discard() {
        String description = " préparé ou calculé : sa fiche et ce qu'il a dit restent.";
        return verb("discard", "Écarte un " + series.words().noun() + description, new Discard(""));
    }

    /** Which is meant where one is computed or shown and no number is given; null where one is required. */
    @Nullable
    Otherwise otherwise() {
        return null;
    }

    /** One that is meant, as « ; sinon, le dernier », and its number. */
    record Otherwise(String said, LongSupplier no) {}

    private StudyRunner runner() {
        return context.partOnDatabase(StudyRunner.class);
    }

    private StudyKind<Q> kind() {
        return context.partOnDatabase(Objects.requireNonNull(kind, "They are computed otherwise"));
    }

    /** Computes one: its number is asked for once the context of its job is there, so that no session is opened before to read it. */
    Outcome<Q> run(LongSupplier no) {
        return runner().run(kind(), no.getAsLong());
    }

    Outcome<Q> discard(long no, StepMotive why) {
        return runner().discard(kind(), no, why);
    }

    List<Study<Q>> all() {
        return studies().all(series);
    }

    /** @throws fr.passerelle.schemas.fault.RunRefused when none has this number */
    Study<Q> get(long no) {
        return studies().get(series, no);
    }

    /** The number of the one that a verb is about, else the one that is meant. */
    final PositionalParamSpec numberOrOther() {
        Otherwise other = otherwise();
        return number(1, other == null ? "" : other.said());
    }

    /** The number of the one that a verb is about, with the letter of its series or without; required where nothing else is said to be meant. */
    final PositionalParamSpec number(int example, String otherwise) {
        String label = PlainText.of(series.words().noun()).toUpperCase(Locale.ROOT);
        return number(0, otherwise.isEmpty(), label, "Son numéro, comme " + series.idOf(example) + otherwise + ".");
    }

    private PositionalParamSpec number(int index, boolean required, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(index))
                .arity(required ? "1" : "0..1")
                .required(required)
                .paramLabel(label)
                .type(Long.class)
                .converters(
                        new ItemNumber(series.typed(), "un " + series.words().noun(), series.idOf(1)))
                .description(description)
                .build();
    }

    /** The number that was typed, else that of the one that is meant. */
    final long no(PositionalParamSpec number) {
        Long typed = number.getValue();
        return typed == null ? Objects.requireNonNull(otherwise()).no().getAsLong() : typed;
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
            out.println(RecordJson.of(json(study, base, true)));
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

    /** Freezes what one will be. */
    abstract class Plan extends ObjectCommand {

        /** Its motive stands after its own options: what is missing is told in their order. */
        abstract Study<Q> plan();

        /** What else people are told of it. */
        void printMore(Study<Q> planned) {}

        @Override
        public final Integer call() {
            Study<Q> planned = plan();
            print(planned, machine(), out(machine()));
            if (!machine()) {
                printMore(planned);
            }
            return DONE;
        }
    }

    final class All extends OperatorCommand {

        @Option(names = "--json", description = "Un tableau JSON.")
        private boolean json;

        @Override
        public Integer call() {
            List<Study<Q>> all = all();
            Map<Long, Run> bases = context.read(Runs.class)
                    .byNumber(all.stream().map(study -> study.question().run()).toList());
            if (json) {
                printJson(all.stream()
                        .map(study -> json(study, base(study, bases), false))
                        .toList());
            } else if (all.isEmpty()) {
                out().println("Aucun " + series.words().noun() + " : " + series.told("plan") + " en prépare un.");
            } else {
                list(all, bases).forEach(out()::println);
            }
            return DONE;
        }

        private Run base(Study<Q> study, Map<Long, Run> bases) {
            return Objects.requireNonNull(bases.get(study.question().run()));
        }
    }

    final class Compute extends OperatorCommand {

        private final PositionalParamSpec number = given(numberOrOther());

        @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
        private boolean json;

        @Override
        public Integer call() {
            context.tellProgress(json);
            Outcome<Q> outcome = StudyCommands.this.run(() -> no(number));
            Study<Q> study = outcome.study();
            if (!outcome.changed()) {
                err().println(study.named() + " est déjà calculé : rien n'est fait.");
            }
            print(study, json, out(json));
            pending(outcome.pending(), err());
            if (study.isDone(Study.Verb.RUN)) {
                return DONE;
            }
            err().println(study.named() + " s'est arrêté. " + study.failure());
            return FAILED;
        }
    }

    /** About one, as people or a machine read it. */
    abstract class One extends ObjectCommand {

        final PositionalParamSpec number;

        One(PositionalParamSpec number) {
            this.number = given(number);
        }

        abstract void tell(long no);

        @Override
        public final Integer call() {
            tell(no(number));
            return DONE;
        }
    }

    class Show extends One {

        Show() {
            super(numberOrOther());
        }

        @Override
        final void tell(long no) {
            show(get(no));
        }

        void show(Study<Q> study) {
            print(study, machine(), out(machine()));
        }
    }

    /** How one is otherwise than another. */
    final class Difference extends OperatorCommand {

        private final PositionalParamSpec number = given(number(2, ""));
        private final PositionalParamSpec other;
        private final OptionSpec json;
        private final BiFunction<Study<Q>, @Nullable Study<Q>, Finding> difference;

        /**
         * @param orElse to what one is compared where no other is given
         * @param json what a machine reads
         * @param difference of one from another; null for none
         */
        Difference(String orElse, String json, BiFunction<Study<Q>, @Nullable Study<Q>, Finding> difference) {
            this.other = given(number(1, false, "AUTRE", "Celui auquel il se compare ; sinon, " + orElse + "."));
            this.json = given(OptionSpec.builder("--json")
                    .type(boolean.class)
                    .description(json)
                    .build());
            this.difference = difference;
        }

        @Override
        public Integer call() {
            Long from = other.getValue();
            Finding found = difference.apply(get(no(number)), from == null ? null : get(from));
            answer(Boolean.TRUE.equals(json.getValue()), found::json, found::lines);
            return DONE;
        }
    }

    /** Why one says what it does of something. */
    final class Explain extends One {

        private final PositionalParamSpec what;
        private final BiFunction<Study<Q>, String, Finding> reasons;

        /** @param read how what is typed is read, where not as it is */
        Explain(
                String label,
                String description,
                BiFunction<Study<Q>, String, Finding> reasons,
                ITypeConverter<?>... read) {
            super(number(1, ""));
            this.reasons = reasons;
            this.what = given(PositionalParamSpec.builder()
                    .index("1")
                    .required(true)
                    .paramLabel(label)
                    .type(String.class)
                    .converters(read)
                    .description(description)
                    .build());
        }

        @Override
        void tell(long no) {
            Finding found = reasons.apply(get(no), what.getValue());
            answer(found::json, found::lines);
        }
    }

    /** What people do with one that is there: adopt it, or put it aside. */
    abstract class Gesture extends One {

        private final Function<Study<Q>, String> consequence;

        /** @param consequence what follows of it: the end of a sentence */
        Gesture(Function<Study<Q>, String> consequence) {
            super(number(1, ""));
            this.consequence = consequence;
        }

        abstract Outcome<Q> take(long no);

        @Override
        final void tell(long no) {
            Outcome<Q> outcome = take(no);
            Study<Q> study = outcome.study();
            String state = state(study.state());
            if (machine()) {
                print(study, true, machines());
            } else {
                out().println(study.named()
                        + (outcome.changed()
                                ? " est " + state + consequence.apply(study)
                                : " est déjà " + state + " : rien n'est fait."));
            }
            if (outcome.remark() != null) {
                err().println(outcome.remark());
            }
            pending(outcome.pending(), err());
        }
    }

    class Adopt extends Gesture {

        @Mixin
        private final RequiredMotive motive = new RequiredMotive();

        Adopt(String consequence) {
            super(study -> consequence);
        }

        /** SIRENs of the EPCIs to adopt it for; none for all. */
        List<String> only() {
            return List.of();
        }

        @Override
        final Outcome<Q> take(long no) {
            StepMotive why = motive.step();
            return runner().adopt(kind(), no, only(), why);
        }
    }

    /** Puts one aside. */
    final class Discard extends Gesture {

        @Mixin
        private final OptionalMotive motive = new OptionalMotive();

        /** @param lost what is no more: the end of a clause */
        Discard(String lost) {
            super(study -> lost + " ; sa fiche reste (" + series.told("show " + study.id()) + ").");
        }

        @Override
        Outcome<Q> take(long no) {
            return discard(no, motive.step());
        }
    }
}
