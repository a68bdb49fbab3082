/** The checker: a recorded history in, the promises it breaks out. It starts nothing and asks nobody. */
@NullMarked
package fr.passerelle.faults.check;

import org.jspecify.annotations.NullMarked;
