package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.LivingSystem;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a strike takes place.
 *
 * @param system the system that works on a night
 * @param night the arguments of the night
 * @param folder for files of the strike
 */
public record Stage(LivingSystem system, List<String> night, Path folder) {}
