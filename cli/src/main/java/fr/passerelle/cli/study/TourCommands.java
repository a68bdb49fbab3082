package fr.passerelle.cli.study;

import fr.passerelle.calendar.text.TourWords;
import fr.passerelle.calendar.tour.CalendarStudies;
import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand.Finding;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.study.Study;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calendars for people and machines. */
abstract class TourCommands extends StudyCommands<TourManifest> {

    TourCommands() {
        super(TourManifest.SERIES, CalendarStudies.class);
    }

    @Override
    List<String> list(List<Study<TourManifest>> all, Map<Long, Run> bases) {
        return new TextTable(Table.<Study<TourManifest>>layout()
                        .text("Calendrier", Study::id)
                        .text("État", plan -> state(plan.state()))
                        .text("Préparé le", plan -> CommandFrench.moment(plan.plannedAt()))
                        .date("Du", plan -> plan.question().from())
                        .text("Semaines", plan -> plan.question().weeks())
                        .text("Part de", plan -> Run.idOf(plan.question().run()))
                        .text("Motif", Study::reason)
                        .of(all))
                .lines();
    }

    @Override
    Map<String, @Nullable Object> json(Study<TourManifest> plan, Run base, boolean shown) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("calendrier", plan.id());
        fields.put("state", name(plan.state()));
        fields.put("baseRun", base.id());
        return computed(fields, plan, shown ? answer(plan) : List.of());
    }

    /** By sector; none until it is computed. */
    private List<ToursComputed> answer(Study<TourManifest> plan) {
        return studies().answers(plan.id(), ToursComputed.class);
    }

    /** @throws fr.passerelle.schemas.fault.RunRefused when it has computed nothing yet */
    final ComputedTour computed(Study<TourManifest> plan) {
        return new ComputedTour(plan, answer(plan));
    }

    @Override
    void printAnswer(Study<TourManifest> plan, PrintWriter out) {
        List<ToursComputed> computed = answer(plan);
        if (!computed.isEmpty()) {
            out.println();
            text(computed, plan, out).print();
        }
    }

    @Override
    List<String> question(Study<TourManifest> plan, Run base) {
        TourManifest asked = plan.question();
        List<String> lines = new ArrayList<>();
        lines.add(CommandFrench.line("semaines", asked.weeks() + " à partir du " + CommandFrench.day(asked.from())));
        if (asked.earliest().isAfter(asked.from())) {
            lines.add(CommandFrench.line(
                    "sont passés",
                    "les jours d'avant le " + CommandFrench.day(asked.earliest()) + " : rien n'y change"));
        }
        LocalDate unknownAfter = asked.holidaysUnknownAfter();
        if (unknownAfter != null) {
            lines.add("  " + TourWords.holidaysUnknownAfter(unknownAfter));
        }
        lines.add(base(base));
        return lines;
    }

    @Override
    String whatToDo(Study<TourManifest> plan, Run base) {
        String id = plan.id();
        String discard = series.told("discard " + id + " --reason \"…\"") + " l'écarte";
        return switch (plan.state()) {
            case PLANNED, RUNNING, FAILED -> series.told("run " + id) + " le calcule, " + discard;
            case COMPUTED ->
                series.told("diff " + id) + " dit ce qui change, " + series.told("publish " + id + " --reason \"…\"")
                        + " le publie, " + discard;
            case ADOPTED -> "rien ; le prochain calendrier le suivra, avec le moins de changements";
            case REPLACED, DISCARDED -> "rien";
        };
    }

    /** What sectors hold, with the names of communes as of its run. */
    final CalendarText text(List<ToursComputed> computed, Study<TourManifest> plan, PrintWriter out) {
        Map<String, String> communes = context
                .read(PlaceTable.class)
                .epcis(plan.question().run())
                .values()
                .stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .collect(Collectors.toMap(Commune::getInsee, Commune::getName, (one, other) -> one));
        return new CalendarText(computed, communes, out);
    }

    /**
     * A calendar that was computed, and what of it people ask for.
     *
     * @param sectors what it computed, one at least
     */
    record ComputedTour(Study<TourManifest> plan, List<ToursComputed> sectors) {

        /** An étape and the sector that holds it. */
        record Stop(ToursComputed sector, EtapeDesservie etape) {}

        /** @throws RunRefused when it is not computed */
        ComputedTour {
            if (sectors.isEmpty()) {
                throw new RunRefused(plan.notComputed());
            }
        }

        /**
         * The étape with an identifier, else the one with a name.
         *
         * @throws RunRefused when there is none, or several have that name
         */
        Stop stop(String place) {
            List<Stop> same = stops(etape -> etape.getEtape().equals(place));
            List<Stop> found = same.isEmpty() ? stops(etape -> etape.getName().equalsIgnoreCase(place)) : same;
            if (found.isEmpty()) {
                throw RunRefused.wrongUse(
                        "Le calendrier " + plan.id() + " ne dit rien de « " + place + " » : " + show());
            }
            if (found.size() > 1) {
                throw RunRefused.wrongUse("Plusieurs étapes du calendrier " + plan.id() + " se nomment « " + place
                        + " » : donnez l'identifiant de l'une ("
                        + found.stream()
                                .map(stop -> stop.etape().getEtape())
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ").");
            }
            return found.getFirst();
        }

        /** @throws RunRefused when no étape is of that EPCI */
        void requireEpci(String siren) {
            if (stops(etape -> etape.getEpci().equals(siren)).isEmpty()) {
                throw RunRefused.wrongUse("Le calendrier " + plan.id() + " n'a aucune étape dans l'intercommunalité "
                        + siren + " : " + show());
            }
        }

        private String show() {
            return "« ./passerelle tournees show " + plan.id() + " » montre ce qu'il tient.";
        }

        private List<Stop> stops(Predicate<EtapeDesservie> which) {
            return sectors.stream()
                    .flatMap(sector -> sector.getEtapes().stream().filter(which).map(etape -> new Stop(sector, etape)))
                    .toList();
        }
    }

    /**
     * Why an étape has its days, and why it lacks sessions.
     *
     * @param sector that holds it
     */
    record StopReasons(ToursComputed sector, EtapeDesservie etape) implements Finding {

        /** For machines. */
        record Json(String calendrier, String etape, List<String> raisons) {}

        @Override
        public Json json() {
            return new Json(sector.getTourId(), etape.getEtape(), lines());
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(etape.getName() + " (" + etape.getEtape() + ") : "
                    + CommandFrench.counted(etape.getHeldInAll(), "séance tenue", "séances tenues") + " sur "
                    + CommandFrench.number(etape.getAskedInAll()) + ", en " + sector.getWeeks() + " semaines.");
            if (etape.getHoraires() == SourceHoraires.SUPPOSES) {
                lines.add("Ses horaires sont supposés : à confirmer auprès du lieu.");
            }
            if (sector.getRythmes() != null) {
                lines.add("Rythmes du secteur : " + TourWords.proof(sector.getRythmes()) + ".");
            }
            etape.getRythmes().forEach(rhythm -> lines.add(visit(rhythm)));
            sector.getNonTenues().stream()
                    .filter(row -> row.getEtape().equals(etape.getEtape()))
                    .forEach(row -> lines.addAll(unserved(row)));
            return lines;
        }

        private static String visit(RythmeEtape rhythm) {
            return "Rythme : " + TourWords.rhythm(rhythm) + ", par " + rhythm.getAnimateur() + ".";
        }

        private static List<String> unserved(SeancesNonTenues row) {
            List<String> lines = new ArrayList<>();
            lines.add("Quatre semaines du " + CommandFrench.day(row.getCycle()) + " : "
                    + CommandFrench.counted(
                            row.getSessions(), "séance que personne ne tient", "séances que personne ne tient")
                    + none(row) + ".");
            row.getCauses().forEach(cause -> lines.add("- " + TourWords.cause(cause)));
            return lines;
        }

        private static String none(SeancesNonTenues row) {
            if (!row.getSought()) {
                return " ; les causes n'en ont pas été recherchées jusqu'au bout";
            }
            return row.getCauses().isEmpty() ? " ; aucune cause levée seule n'y suffit" : "";
        }
    }
}
