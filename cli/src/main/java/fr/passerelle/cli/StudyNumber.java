package fr.passerelle.cli;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.study.StudySeries;
import java.util.regex.Matcher;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which study a command is about: its number, with the letter of its series or without. */
abstract class StudyNumber {

    abstract long no();

    /** Of a scenario. */
    static final class OfScenario extends StudyNumber {

        @Parameters(
                index = "0",
                paramLabel = "SCENARIO",
                converter = Scenario.class,
                description = "Son numéro, comme S-000001.")
        private long no;

        @Override
        long no() {
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
        long no() {
            return no;
        }
    }

    /** From {@code S-000012} or {@code 12}. */
    static final class Scenario implements ITypeConverter<Long> {

        @Override
        public Long convert(String value) {
            return read(value, ScenarioManifest.SERIES);
        }
    }

    /** From {@code T-000012} or {@code 12}. */
    static final class Calendar implements ITypeConverter<Long> {

        @Override
        public Long convert(String value) {
            return read(value, TourManifest.SERIES);
        }
    }

    private static Long read(String value, StudySeries<?> series) {
        Matcher typed = series.typed().matcher(value);
        if (!typed.matches()) {
            throw new TypeConversionException("« " + value + " » n'est pas un "
                    + series.words().noun() + " : donnez son numéro, comme " + series.idOf(1) + ".");
        }
        return Long.valueOf(typed.group(1));
    }
}
