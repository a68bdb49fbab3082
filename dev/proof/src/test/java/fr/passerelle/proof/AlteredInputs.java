package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.ReportedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that make counterfactuals true: the inventory and the sites with other cells, and one register more, whose rows are months of an activity of
 * its own, or corrections of rows that are known.
 */
final class AlteredInputs {

    private static final Set<String> FUNCTIONS = Set.of("FONCTION_CONFIRMEE", "FONCTION_PERDUE");
    private static final Map<String, String> COLUMNS = Map.of(
            "SURFACE", "surface_m2",
            "DEBIT", "debit_mbits",
            "ANIMATEUR", "animateur_etp",
            "ACCORD_PROPRIETAIRE", "accord_proprietaire",
            "ACCES_PLAIN_PIED", "acces_plain_pied",
            "ESPACE_CLOS", "espace_clos",
            "ESPACE_VENTILE", "espace_ventile");
    private static final List<String> GRAINS =
            List.of("SEANCE", "JOUR", "SEMAINE", "MOIS", "TRIMESTRE", "SEMESTRE", "ANNEE", "PERIODE");

    private final Deployment system;
    private final List<Alteration> alterations;

    AlteredInputs(Deployment system, List<Alteration> alterations) {
        this.system = system;
        this.alterations = alterations;
    }

    /** The inventory, or the sites, with the cells that functions change. */
    List<String> places(Path original) {
        List<String> lines = Tree.read(original).lines().toList();
        List<String> columns = List.of(lines.getFirst().split(";", -1));
        Map<String, Alteration> byPlace = alterations.stream()
                .filter(alteration -> alteration.isOf(FUNCTIONS))
                .collect(Collectors.toMap(Alteration::place, Function.identity()));
        return lines.stream().map(line -> altered(line, columns, byPlace)).toList();
    }

    private static String altered(String line, List<String> columns, Map<String, Alteration> byPlace) {
        String[] cells = line.split(";", -1);
        Alteration alteration = byPlace.get(cells[0]);
        if (alteration == null) {
            return line;
        }
        alteration.operands().forEach(operand -> {
            int column = columns.indexOf(COLUMNS.get(operand.get("name").asString()));
            assertThat(column).as(operand.toString()).isNotNegative();
            cells[column] = Alteration.cell(operand);
        });
        return String.join(";", cells);
    }

    /**
     * The register, for presences and months: below the header of a known one and its row of that number, from 1, since a register without
     * a row is refused, and so is one that was withdrawn.
     */
    List<String> register(Path known, int number) {
        List<String> lines = Tree.read(known).lines().limit(number + 1L).toList();
        List<String> rows = new ArrayList<>(List.of(lines.getFirst(), lines.getLast()));
        alterations.forEach(alteration -> rows.addAll(rows(alteration)));
        return rows;
    }

    private List<String> rows(Alteration alteration) {
        return switch (alteration.levier()) {
            case "PRESENCES" -> presences(alteration);
            case "MOIS_RENDUS" ->
                alteration.items().stream()
                        .map(month -> row(
                                alteration,
                                month,
                                alteration.figure("seances"),
                                alteration.figure("heures_seances"),
                                alteration.figure("presences"),
                                alteration.figure("heures_personnes")))
                        .toList();
            default -> List.of();
        };
    }

    private List<String> presences(Alteration alteration) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < alteration.items().size(); i++) {
            String month = alteration.items().get(i);
            String presences = Alteration.cell(alteration.operands().get(i));
            if (presences.startsWith("-")) {
                rows.addAll(corrections(alteration.place(), YearMonth.parse(month), -Integer.parseInt(presences)));
            } else {
                rows.add(row(alteration, month, "", "", presences, ""));
            }
        }
        return rows;
    }

    private static String row(
            Alteration alteration, String month, String sessions, String hours, String presences, String personHours) {
        YearMonth of = YearMonth.parse(month);
        return "HYPOTHESE-%s-%s;%s;%s;%s;MOIS;AUTRE;OUVERT;%s;%s;%s;%s;;;"
                .formatted(
                        alteration.place(),
                        month,
                        alteration.place(),
                        of.atDay(1),
                        of.atEndOfMonth(),
                        sessions,
                        hours,
                        presences,
                        personHours);
    }

    /** Rows of the month that hold, with so many presences less in all. A rank among equals needs those before it. */
    private List<String> corrections(String room, YearMonth month, int presences) {
        List<String> rows = new ArrayList<>();
        int left = presences;
        List<ReportedLine> lines = known(room, month);
        for (ReportedLine line : lines) {
            int here = holds(line, lines) ? Math.min(left, line.getCounts().getPresences()) : 0;
            left -= here;
            rows.add(corrected(room, line, here));
        }
        assertThat(left).as(room + " " + month).isZero();
        return rows;
    }

    private static String corrected(String room, ReportedLine line, int less) {
        AttendanceCounts counts = line.getCounts();
        return Stream.of(
                        line.getId() == null ? "" : line.getId(),
                        room,
                        line.getPeriodStart().toString(),
                        line.getPeriodEnd().toString(),
                        line.getGrain().name(),
                        line.getActivity(),
                        "OUVERT",
                        text(counts.getSessions()),
                        hours(counts.getSessionHoursHundredths()),
                        less == 0 ? text(counts.getPresences()) : String.valueOf(counts.getPresences() - less),
                        hours(counts.getPersonHoursHundredths()),
                        text(counts.getRegistered()),
                        text(counts.getDistinctPeople()),
                        text(counts.getScolaires()))
                .collect(Collectors.joining(";"));
    }

    private static String text(@Nullable Integer count) {
        return count == null ? "" : count.toString();
    }

    private static String hours(@Nullable Integer hundredths) {
        return hundredths == null ? "" : BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    /** The open rows of a room that lie in a month, in the order of their file. */
    private List<ReportedLine> known(String room, YearMonth month) {
        return system.months().stream()
                .filter(told -> told.getRoomId().equals(room))
                .flatMap(told -> told.getLines().stream())
                .filter(line -> line.getCounts().getEtat() == Etat.OUVERT
                        && !line.getPeriodStart().isBefore(month.atDay(1))
                        && !line.getPeriodEnd().isAfter(month.atEndOfMonth()))
                .sorted(Comparator.comparingLong(ReportedLine::getLine))
                .toList();
    }

    /** Whether its presences hold: no finer row of the activity. */
    private static boolean holds(ReportedLine line, List<ReportedLine> all) {
        return line.getCounts().getPresences() != null
                && all.stream()
                        .noneMatch(other -> other.getActivity().equals(line.getActivity())
                                && other.getGrain().compareTo(line.getGrain()) < 0
                                && !other.getPeriodStart().isBefore(line.getPeriodStart())
                                && !other.getPeriodEnd().isAfter(line.getPeriodEnd()));
    }

    static Path write(Path file, List<String> lines) {
        try {
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
