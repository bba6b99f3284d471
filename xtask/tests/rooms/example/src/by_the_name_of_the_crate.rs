use hpy_example::Data;
