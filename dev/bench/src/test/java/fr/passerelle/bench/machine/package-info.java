/** Whether what programs leave behind is read as they mean it. */
@NullMarked
package fr.passerelle.bench.machine;

import org.jspecify.annotations.NullMarked;
