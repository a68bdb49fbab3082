package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.StopHost;
import java.util.List;

/**
 * Where the stops of one EPCI stand.
 *
 * @param bound the most inhabitants that could be near with as many stops, as the solver proved
 * @param proven whether nothing is better, and nothing comes before it in the stable order
 */
record StopChoice(List<StopHost> hosts, long bound, boolean proven) {}
