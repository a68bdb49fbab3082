package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Objectif;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small questions drawn from a seed: close communes, some of which nothing reaches, and ties on purpose. */
record AnyQuestion(Random dice, int mostCommunes, int mostHosts) {

    static final int RADIUS = 5_000;

    /** Small enough to try every answer. */
    static AnyQuestion small(Random dice) {
        return new AnyQuestion(dice, 6, 5);
    }

    List<StopArea> areas(int most) {
        return IntStream.rangeClosed(1, 1 + dice.nextInt(most))
                .mapToObj(this::area)
                .toList();
    }

    LocationQuestion of(List<StopArea> areas, Objectif objectif) {
        int hosts = areas.stream().mapToInt(area -> area.hosts().size()).sum();
        return new LocationQuestion(
                areas,
                RADIUS,
                objectif,
                switch (objectif) {
                    case MEME_NOMBRE -> null;
                    case NOMBRE -> dice.nextInt(hosts + 1);
                    case COUVERTURE -> 100 * dice.nextInt(11);
                });
    }

    private StopArea area(int number) {
        List<Commune> communes = IntStream.rangeClosed(0, dice.nextInt(mostCommunes))
                .mapToObj(commune -> commune(number, commune))
                .toList();
        List<StopHost> hosts = IntStream.range(0, dice.nextInt(mostHosts + 1))
                .mapToObj(host -> host(communes, host))
                .sorted(Comparator.comparing(StopHost::insee).thenComparing(StopHost::name))
                .toList();
        int byRule = (int) hosts.stream().filter(StopHost::byRule).count();
        return new StopArea(
                "20000000" + number, "CC " + number, communes, points(communes), hosts, dice.nextInt(20), byRule);
    }

    private Commune commune(int area, int number) {
        return new Commune(
                "0%d%03d".formatted(area, number),
                "Commune " + number,
                100 * dice.nextInt(5),
                49 + dice.nextInt(6) * 0.025,
                3 + dice.nextInt(4) * 0.04,
                null);
    }

    private StopHost host(List<Commune> communes, int number) {
        Commune commune = communes.get(dice.nextInt(communes.size()));
        boolean byRule = dice.nextBoolean();
        return new StopHost(
                commune.getInsee(),
                commune.getName(),
                "H" + number,
                "Lieu " + number,
                byRule && dice.nextInt(4) == 0,
                byRule,
                2 + dice.nextInt(7));
    }

    private Set<String> points(List<Commune> communes) {
        return communes.stream()
                .filter(commune -> dice.nextInt(8) == 0)
                .map(Commune::getInsee)
                .collect(Collectors.toSet());
    }
}
