package fr.passerelle.cli;

import fr.passerelle.calendar.solver.SecondChoice;
import fr.passerelle.calendar.text.TourWords;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an étape has its days, and why it lacks sessions.
 *
 * @param sector that holds it
 * @param choices second choices of its visits; none where they were not sought
 * @param overtaken whether another calendar was published since it was computed: second choices would be those of another question
 */
record StopReasons(ToursComputed sector, EtapeDesservie etape, List<SecondChoice> choices, boolean overtaken) {

    List<String> lines() {
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
        if (etape.getHeldInAll() < etape.getAskedInAll()) {
            sector.getDemiJournees().forEach(half -> lines.add("Une demi-journée de plus. " + TourWords.half(half)));
        }
        if (overtaken) {
            lines.add(
                    "Un autre calendrier a été publié depuis ce calcul : les deuxièmes choix ne sont plus recherchés.");
        }
        return lines;
    }

    private String visit(RythmeEtape rhythm) {
        return "Rythme : " + TourWords.rhythm(rhythm) + ", par " + rhythm.getAnimateur() + "."
                + choices.stream()
                        .filter(choice -> choice.now().getRank() == rhythm.getRank())
                        .map(StopReasons::second)
                        .reduce("", String::concat);
    }

    private static String second(SecondChoice choice) {
        RythmeEtape other = choice.other();
        String cost = TourWords.cost(
                choice.after().unserved() - choice.before().unserved(),
                choice.after().road() - choice.before().road(),
                choice.after().spread() - choice.before().spread());
        return " Deuxième choix : "
                + (other == null ? "aucun autre jour" : TourWords.rhythm(other) + ", par " + other.getAnimateur())
                + " ; " + cost + (choice.preuve() == Preuve.OPTIMAL ? "." : " (non prouvé).");
    }

    private static List<String> unserved(SeancesNonTenues row) {
        List<String> lines = new ArrayList<>();
        lines.add("Quatre semaines du " + Day.french(row.getCycle()) + " : "
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
