/**
 * Makes the outlines that maps are drawn with: those that a public source gives of the communes, joined and simplified together, so that
 * neighbours still share each point of the line between them.
 */
@NullMarked
package fr.passerelle.demo.outline;

import org.jspecify.annotations.NullMarked;
