package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import java.util.Comparator;
import java.util.List;

/** Which candidate comes first (RULES 4.3). The identifier comes last only so that the same facts always give the same order. */
record CandidateOrder(EpciDescribed epci, ConversionRule rules) {

    Comparator<Standing> comparator() {
        return Comparator.comparingLong(this::functionsWanted)
                .thenComparingInt(CandidateOrder::functionsConfirmed)
                .thenComparingLong(this::populationSteps)
                .thenComparingInt(CandidateOrder::score)
                .reversed()
                .thenComparing(standing -> standing.room().scored(), ScoredRoom.BY_ID);
    }

    private long functionsWanted(Standing standing) {
        List<Fonction> wanted = epci.getIntercommunalite() == null
                ? List.of()
                : epci.getIntercommunalite().getFunctionsWanted();
        return standing.room().confirmed().stream().filter(wanted::contains).count();
    }

    private static int functionsConfirmed(Standing standing) {
        return standing.room().confirmed().size();
    }

    private long populationSteps(Standing standing) {
        return populationAround(standing.room().scored().room().getInsee()) / rules.populationStep();
    }

    private static int score(Standing standing) {
        return standing.room().frequentation().getScore();
    }

    /** Inhabitants of the EPCI's communes whose centroid lies within the radius of the room's commune's. */
    private long populationAround(String insee) {
        return epci.getCommunes().stream()
                .filter(commune -> commune.getInsee().equals(insee))
                .mapToLong(this::populationAround)
                .sum();
    }

    private long populationAround(Commune centre) {
        return epci.getCommunes().stream()
                .filter(commune -> Distance.metres(centre, commune) <= rules.populationRadiusMetres())
                .mapToLong(Commune::getPopulation)
                .sum();
    }
}
