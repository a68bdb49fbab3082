package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a strike takes place.
 *
 * @param target works on a night
 * @param night the arguments of the night
 * @param folder for files of the strike
 */
public record Stage(Target target, List<String> night, Path folder) {}
