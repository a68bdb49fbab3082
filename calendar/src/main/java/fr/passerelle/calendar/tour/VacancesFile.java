package fr.passerelle.calendar.tour;

import static java.util.Objects.requireNonNull;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.study.RowFault;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** School holidays and closed days beyond those that the program knows. */
final class VacancesFile {

    private enum Kind {
        VACANCES,
        FERMETURE,
        CONNU_JUSQU_AU
    }

    private record Line(Kind kind, DateSpan days) {}

    private VacancesFile() {}

    /**
     * What a file says.
     *
     * @throws fr.passerelle.sources.reject.UnusableFile when a row has a fault
     * @throws RunRefused when it does not say until which day all is known, or says it twice
     */
    static KnownHolidays read(Path path) {
        List<Line> lines = WholeFile.read(path, TableSchema.vacances(), VacancesFile::line)
                .once(line -> List.of(line.kind(), line.days().first()))
                .rows();
        List<DateSpan> known = of(Kind.CONNU_JUSQU_AU, lines);
        if (known.size() != 1) {
            throw new RunRefused("Le fichier des vacances a une ligne et une seule de nature CONNU_JUSQU_AU, qui dit"
                    + " jusqu'à quel jour il dit tout : il en a " + known.size() + ".");
        }
        return new KnownHolidays(known.getFirst().last(), of(Kind.VACANCES, lines), of(Kind.FERMETURE, lines));
    }

    private static List<DateSpan> of(Kind kind, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(Line::days)
                .toList();
    }

    private static Line line(Cells cells) {
        LocalDate first = requireNonNull(cells.day("debut"), "The schema asks for it");
        LocalDate last = cells.day("fin");
        if (last != null && last.isBefore(first)) {
            throw new RowFault("la fin est avant le début.");
        }
        return new Line(
                requireNonNull(cells.constant("nature", Kind.class), "The schema asks for it"),
                new DateSpan(first, last == null ? first : last));
    }
}
