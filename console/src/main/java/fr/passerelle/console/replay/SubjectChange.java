package fr.passerelle.console.replay;

import java.util.List;

/**
 * What changes for one room, or for the plan of an EPCI, in French.
 *
 * @param id SIREN, or identifier of the room
 * @param nature added, removed or modified, in French
 * @param values from what to what; amounts are told apart
 * @param cause which rule or indicator did it, the most decisive; empty where it came or went
 */
record SubjectChange(String id, String name, String nature, List<Value> values, String cause) {

    /** One value before and after. */
    record Value(String what, String before, String after) {}
}
