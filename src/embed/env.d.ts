/** The package's version, set by the build of the script tag: its files have to be of one. */
declare const PAYSTEP_VERSION: string;
