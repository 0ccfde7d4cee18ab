"""The synthetic demo region: invented, made only through the services, dated from the day on which it is loaded."""
