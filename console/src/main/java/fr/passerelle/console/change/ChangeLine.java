package fr.passerelle.console.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that changed, in words.
 *
 * @param name of the room or EPCI
 * @param path of its page; null where it has none any more
 * @param siren of the EPCI concerned
 * @param epci its name
 * @param plan whether it is the plan of that EPCI, rather than what becomes of a room
 * @param seat whether it is the tiers lieu itself that differs
 * @param nature « modifiée »
 * @param values what differs; none where it came or went
 * @param why the cause that decided; empty where it came or went
 */
public record ChangeLine(
        String name,
        @Nullable String path,
        String siren,
        String epci,
        boolean plan,
        boolean seat,
        String nature,
        List<Value> values,
        String why) {}
