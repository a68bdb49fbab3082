package fr.passerelle.bench;

import fr.passerelle.bench.data.DrawnCountry;
import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.location.LocationSolver;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.Preuve;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Where étapes would stand in a whole country: the product's own solver, timed once. */
final class CountryStops {

    private static final int RADIUS_METRES = 5_000;
    private static final int DONE = 0;
    private static final int NOT_PROVEN = 1;

    private CountryStops() {}

    /** Exit code: 0 where the answer is proven. */
    static int measure(long seed, Consumer<String> say) {
        LocationQuestion question = LocationQuestion.sameNumber(new DrawnCountry(seed).areas(), RADIUS_METRES);
        long start = System.nanoTime();
        Implantation answer = LocationSolver.solve(question);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        say.accept("Intercommunalités : %d ; habitants : %d ; étapes : %d"
                .formatted(
                        question.areas().size(),
                        question.population(),
                        sum(answer, epci -> epci.getEtapes().size())));
        say.accept("Habitants à moins de %d m : %d ; au mieux, prouvé : %d ; avec tous les lieux : %d"
                .formatted(
                        RADIUS_METRES,
                        sum(answer, ImplantationEpci::getBest),
                        answer.getBound(),
                        sum(answer, ImplantationEpci::getReachable)));
        say.accept("%s en %d,%03d s".formatted(answer.getPreuve(), time.toSeconds(), time.toMillisPart()));
        return answer.getPreuve() == Preuve.OPTIMAL ? DONE : NOT_PROVEN;
    }

    private static long sum(Implantation answer, ToLongFunction<ImplantationEpci> count) {
        return answer.getEpcis().stream().mapToLong(count).sum();
    }
}
