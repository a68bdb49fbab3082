package fr.passerelle.bench.data;

import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.schemas.event.Commune;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A whole country for where étapes would stand, drawn from a seed: as many EPCIs, communes and public places as France has. */
public final class DrawnCountry {

    private static final int COLUMNS = 25;
    private static final int EPCIS = 1_250;
    private static final int COMMUNES_OF_ONE = 32;
    private static final int PLACES_OF_ONE = 9;
    private static final int ONE_PLACE_LESS_EVERY = 5;
    private static final int STOPS_OF_ONE = 2;
    private static final int CAPACITY = 8;
    private static final double SOUTH = 42.5;
    private static final double WEST = -4.0;

    /** About twenty-one kilometres of latitude, and of longitude in the middle of the country. */
    private static final double HEIGHT = 0.19;

    private static final double WIDTH = 0.28;
    private static final double LEAST_INHABITANTS = 40;
    private static final double MAGNITUDES = 2.7;

    private final Random random;

    public DrawnCountry(long seed) {
        this.random = new Random(seed);
    }

    /** Its EPCIs, by SIREN: 40,000 communes, 11,000 places, two stops each. */
    public List<StopArea> areas() {
        return IntStream.range(0, EPCIS).mapToObj(this::area).toList();
    }

    private StopArea area(int number) {
        List<Commune> communes = IntStream.range(0, COMMUNES_OF_ONE)
                .mapToObj(commune -> commune(number, commune))
                .toList();
        int places = number % ONE_PLACE_LESS_EVERY == 0 ? PLACES_OF_ONE - 1 : PLACES_OF_ONE;
        List<StopHost> hosts = IntStream.range(0, places)
                .mapToObj(place -> host(communes.get(random.nextInt(communes.size())), place))
                .sorted(Comparator.comparing(StopHost::insee).thenComparing(StopHost::name))
                .toList();
        String siren = Integer.toString(200_000_000 + number);
        return new StopArea(siren, "EPCI " + siren, communes, Set.of(), hosts, CAPACITY, STOPS_OF_ONE);
    }

    private Commune commune(int area, int number) {
        double share = random.nextDouble();
        return new Commune(
                "%05d".formatted(area * COMMUNES_OF_ONE + number),
                "Commune " + number,
                (int) (LEAST_INHABITANTS * StrictMath.pow(10, MAGNITUDES * share * share)),
                SOUTH + (area / COLUMNS + random.nextDouble()) * HEIGHT,
                WEST + (area % COLUMNS + random.nextDouble()) * WIDTH,
                null);
    }

    private static StopHost host(Commune commune, int number) {
        return new StopHost(
                commune.getInsee(),
                commune.getName(),
                "P-" + number,
                "Lieu " + number,
                false,
                number < STOPS_OF_ONE,
                CAPACITY);
    }
}
