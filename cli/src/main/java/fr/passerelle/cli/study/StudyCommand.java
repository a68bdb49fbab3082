package fr.passerelle.cli.study;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.cli.command.Arguments.ItemNumber;
import fr.passerelle.cli.command.Arguments.OptionalMotive;
import fr.passerelle.cli.command.Arguments.RequiredMotive;
import fr.passerelle.cli.command.CommandContext;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.journal.StudyRecords.StudyLog;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.study.Question;
import fr.passerelle.study.Study;
import fr.passerelle.study.StudySeries;
import fr.passerelle.study.life.StudyRunner;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands of each kind of study do alike; a kind words them in French. */
abstract class StudyCommand<Q extends Question> extends OperatorCommand {

    private final Function<CommandContext, StudyText<Q>> words;

    /** @param words makes how its kind is told */
    StudyCommand(Function<CommandContext, StudyText<Q>> words) {
        this.words = words;
    }

    final StudyText<Q> text() {
        return words.apply(context);
    }

    /** Says that Kafka did not take what was recorded, where it did not. */
    static void pending(@Nullable String why, @Nullable StudyLog log, PrintWriter err) {
        if (why != null && log != null) {
            err.println("L'enregistrement n'est pas encore sur son topic (" + why + "). La prochaine commande de "
                    + log.commands() + ", ou la prochaine nuit, le portera.");
        }
    }

    /** Freezes what one will be. */
    abstract static class Plan<Q extends Question> extends StudyCommand<Q> {

        @Option(names = "--json", description = "Un objet JSON.")
        private boolean json;

        Plan(Function<CommandContext, StudyText<Q>> words) {
            super(words);
        }

        /** Its motive stands after its own options: what is missing is told in their order. */
        abstract Study<Q> plan();

        /** What else people are told of it. */
        void printMore(Study<Q> planned) {}

        @Override
        public Integer call() {
            Study<Q> planned = plan();
            text().print(planned, json, out(json));
            if (!json) {
                printMore(planned);
            }
            return DONE;
        }
    }

    /** Computes one. */
    abstract static class Compute<Q extends Question> extends StudyCommand<Q> {

        @Mixin
        private final StudyNumber number;

        @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
        private boolean json;

        Compute(Function<CommandContext, StudyText<Q>> words, StudyNumber number) {
            super(words);
            this.number = number;
        }

        @Override
        public Integer call() {
            context.tellProgress(json);
            StudyText<Q> text = text();
            StudyRunner.Outcome<Q> outcome = text.run(number);
            Study<Q> study = outcome.study();
            if (!outcome.changed()) {
                err().println(study.named() + " est déjà calculé : rien n'est fait.");
            }
            text.print(study, json, out(json));
            pending(outcome.pending(), text.series.log(), err());
            if (study.isDone(Study.Verb.RUN)) {
                return DONE;
            }
            err().println(study.named() + " s'est arrêté. " + study.failure());
            return FAILED;
        }
    }

    /** Lists all. */
    abstract static class All<Q extends Question> extends StudyCommand<Q> {

        @Option(names = "--json", description = "Un tableau JSON.")
        private boolean json;

        All(Function<CommandContext, StudyText<Q>> words) {
            super(words);
        }

        @Override
        public Integer call() {
            StudyText<Q> text = text();
            List<Study<Q>> all = text.all();
            Map<Long, Run> bases = context.read(Runs.class)
                    .byNumber(all.stream().map(study -> study.question().run()).toList());
            if (json) {
                printJson(all.stream()
                        .map(study -> text.json(
                                study,
                                Objects.requireNonNull(
                                        bases.get(study.question().run())),
                                false))
                        .toList());
            } else if (all.isEmpty()) {
                out().println("Aucun " + text.series.words().noun() + " : " + text.series.told("plan")
                        + " en prépare un.");
            } else {
                text.list(all, bases).forEach(out()::println);
            }
            return DONE;
        }
    }

    /** About one, as people or a machine read it. */
    abstract static class One<Q extends Question> extends StudyCommand<Q> {

        @Mixin
        private final StudyNumber number;

        @Option(names = "--json", description = "Un objet JSON.")
        private boolean json;

        One(Function<CommandContext, StudyText<Q>> words, StudyNumber number) {
            super(words);
            this.number = number;
        }

        final boolean json() {
            return json;
        }

        abstract void tell(StudyText<Q> text, long no);

        @Override
        public Integer call() {
            tell(text(), number.no(context));
            return DONE;
        }
    }

    /** Shows one. */
    abstract static class Show<Q extends Question> extends One<Q> {

        Show(Function<CommandContext, StudyText<Q>> words, StudyNumber number) {
            super(words, number);
        }

        @Override
        final void tell(StudyText<Q> text, long no) {
            Study<Q> study = text.get(no);
            if (!showPart(study)) {
                text.print(study, json(), out(json()));
            }
        }

        /** Shows what is asked for instead of the whole; answers whether anything is. */
        boolean showPart(Study<Q> study) {
            return false;
        }
    }

    /** What people do with one that is there: adopt it, or put it aside. */
    private abstract static class Gesture<Q extends Question> extends One<Q> {

        Gesture(Function<CommandContext, StudyText<Q>> words, StudyNumber number) {
            super(words, number);
        }

        abstract StudyRunner.Outcome<Q> take(StudyText<Q> text, long no);

        /** What follows of it: the end of a sentence. */
        abstract String consequence(Study<Q> study);

        @Override
        final void tell(StudyText<Q> text, long no) {
            StudyRunner.Outcome<Q> outcome = take(text, no);
            Study<Q> study = outcome.study();
            String state = text.state(study.state());
            if (json()) {
                text.print(study, true, machines());
            } else {
                out().println(study.named()
                        + (outcome.changed()
                                ? " est " + state + consequence(study)
                                : " est déjà " + state + " : rien n'est fait."));
            }
            if (outcome.remark() != null) {
                err().println(outcome.remark());
            }
            pending(outcome.pending(), text.series.log(), err());
        }
    }

    /** Adopts one. */
    abstract static class Adopt<Q extends Question> extends Gesture<Q> {

        @Mixin
        private final RequiredMotive motive = new RequiredMotive();

        Adopt(Function<CommandContext, StudyText<Q>> words, StudyNumber number) {
            super(words, number);
        }

        /** SIRENs of the EPCIs to adopt it for; none for all. */
        List<String> only() {
            return List.of();
        }

        @Override
        final StudyRunner.Outcome<Q> take(StudyText<Q> text, long no) {
            StepMotive why = motive.step();
            return text.adopt(no, only(), why);
        }
    }

    /** Puts one aside. */
    abstract static class Discard<Q extends Question> extends Gesture<Q> {

        @Mixin
        private final OptionalMotive motive = new OptionalMotive();

        Discard(Function<CommandContext, StudyText<Q>> words, StudyNumber number) {
            super(words, number);
        }

        @Override
        final StudyRunner.Outcome<Q> take(StudyText<Q> text, long no) {
            StepMotive why = motive.step();
            return text.discard(no, why);
        }

        /** What is no more: the end of a clause. */
        String lost() {
            return "";
        }

        @Override
        final String consequence(Study<Q> study) {
            return lost() + " ; sa fiche reste (" + study.series().told("show " + study.id()) + ").";
        }
    }

    /** Which study a command is about: its number, with the letter of its series or without. */
    abstract static class StudyNumber {

        abstract long no(CommandContext context);

        /** Of a scenario. */
        static final class OfScenario extends StudyNumber {

            @Parameters(
                    index = "0",
                    paramLabel = "SCENARIO",
                    converter = Scenario.class,
                    description = "Son numéro, comme S-000001.")
            private long no;

            @Override
            long no(CommandContext context) {
                return no;
            }
        }

        /** Of a calendar. */
        static final class OfCalendar extends StudyNumber {

            @Parameters(
                    index = "0",
                    paramLabel = "CALENDRIER",
                    converter = Calendar.class,
                    description = "Son numéro, comme T-000001.")
            private long no;

            @Override
            long no(CommandContext context) {
                return no;
            }
        }

        /** From {@code S-000012} or {@code 12}. */
        static final class Scenario extends SeriesNumber {

            Scenario() {
                super(ScenarioManifest.SERIES);
            }
        }

        /** From {@code T-000012} or {@code 12}. */
        static final class Calendar extends SeriesNumber {

            Calendar() {
                super(TourManifest.SERIES);
            }
        }

        abstract static class SeriesNumber extends ItemNumber {

            SeriesNumber(StudySeries<?> series) {
                super(series.typed(), "un " + series.words().noun(), series.idOf(1));
            }
        }
    }
}
