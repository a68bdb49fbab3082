package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.calendar.rule.WorkHalf;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.study.WholeFile.RowFault;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who can hold sessions. */
final class AnimateursFile {

    private static final String SIREN = "[0-9]{9}";

    private AnimateursFile() {}

    /** @throws fr.passerelle.sources.reject.UnusableFile when a row has a fault */
    static List<AnimateurRow> read(Path path) {
        return WholeFile.read(path, TableSchema.animateurs(), AnimateursFile::row)
                .once(AnimateurRow::id)
                .rows();
    }

    private static AnimateurRow row(Cells cells) {
        return new AnimateurRow(
                cells.required("animateur"),
                cells.required("epci_siren"),
                cells.required("commune"),
                served(cells),
                worked(cells),
                DateSpans.of(cells.items("absences")),
                cells.integer("tablettes"));
    }

    private static SortedSet<String> served(Cells cells) {
        SortedSet<String> served = new TreeSet<>(cells.items("epcis_desservies"));
        served.stream().filter(siren -> !siren.matches(SIREN)).findFirst().ifPresent(siren -> {
            throw new RowFault("« " + Quote.of(siren) + " » n'est pas un SIREN de neuf chiffres (epcis_desservies).");
        });
        return served.isEmpty() ? new TreeSet<>(List.of(cells.required("epci_siren"))) : served;
    }

    private static SortedSet<WorkHalf> worked(Cells cells) {
        List<String> told = cells.items("demi_journees");
        return Stream.of(JourOuvrable.values())
                .flatMap(day -> Stream.of(DemiJournee.values()).map(half -> new WorkHalf(day, half)))
                .filter(half -> told.contains(half.code()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A row of the file of animateurs.
     *
     * @param id opaque
     * @param epci SIREN of the home EPCI
     * @param commune INSEE code of where the days begin and end
     * @param serves SIRENs of the EPCIs that they hold sessions in
     * @param worked halves of the week
     * @param tablettes that they bring; null for those of a group
     */
    record AnimateurRow(
            String id,
            String epci,
            String commune,
            SortedSet<String> serves,
            SortedSet<WorkHalf> worked,
            List<DateSpan> absences,
            @Nullable Integer tablettes) {}
}
