package fr.passerelle.console.replay;

import fr.passerelle.published.difference.EuroLine;
import java.util.List;

/**
 * What changes for one EPCI.
 *
 * @param epci SIREN
 * @param changes its plan first, then its rooms
 * @param euros of its aid as a whole
 * @param lines by line and budget year, those that differ
 */
record EpciChange(String epci, String name, List<SubjectChange> changes, EuroLine euros, List<EuroLine> lines) {}
