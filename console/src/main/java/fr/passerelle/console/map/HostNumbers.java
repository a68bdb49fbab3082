package fr.passerelle.console.map;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The hosts of the étapes of an EPCI, numbered from 1 as its étapes come, by room: a table and a map show the same numbers. */
public final class HostNumbers {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Host> hosts = new LinkedHashMap<>();

    /** Those that the rooms of an EPCI are proposed to become étapes of. */
    public HostNumbers(Collection<Conversion> conversions) {
        conversions.stream().map(Conversion::getHost).filter(Objects::nonNull).forEach(this::add);
    }

    private void add(Host host) {
        int number = numbers.computeIfAbsent(key(host), key -> numbers.size() + 1);
        hosts.putIfAbsent(number, host);
    }

    /**
     * The number of a host.
     *
     * @throws NullPointerException when it hosts no étape of the EPCI
     */
    public int of(Host host) {
        return Objects.requireNonNull(numbers.get(key(host)));
    }

    /** The hosts, by number. */
    Map<Integer, Host> all() {
        return hosts;
    }

    /** What is the same for those that share it: its identifier, or its commune while that has still to be asked. */
    static String key(Host host) {
        return host.getId() == null ? "commune:" + host.getInsee() : host.getId();
    }
}
